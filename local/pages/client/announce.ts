/** Says a sentence to screen readers through one polite live region. */
export function announce(text: string): void {
  let region = document.getElementById('announcements');
  if (!region) {
    region = document.createElement('div');
    region.id = 'announcements';
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = text;
}
