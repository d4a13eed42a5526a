import { iconPaths, type IconName } from '../assets/icons';

/** One of the site's icons as an element, hidden from screen readers: the text beside it says what it means. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  svg.innerHTML = iconPaths[name];
  return svg;
}
