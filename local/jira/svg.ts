/** A 16x16 picture as a data URL: the pages of the app may show it under Forge's content security policy. */
export function dataSvg(inner: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${inner}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll('%20', ' ').replaceAll('%3D', '=').replaceAll("'", '%27').replaceAll(' ', '%20')}`;
}

const COLOURS = ['#1868DB', '#1F845A', '#AE4787', '#964AC0', '#C25100', '#206A83', '#946F00', '#5B7F24'];

/** Initials on one of eight dark grounds (white text keeps 4.5:1), chosen by the account id. */
export function avatarSvg(displayName: string, accountId: string): string {
  const initials = displayName
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((letter) => /\p{L}/u.test(letter))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const hash = [...accountId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const colour = COLOURS[hash % COLOURS.length] ?? '#1868DB';
  return dataSvg(
    `<rect width='16' height='16' fill='${colour}'/><text x='8' y='10.5' font-family='sans-serif' font-size='7' fill='#fff' text-anchor='middle'>${initials}</text>`,
  );
}
