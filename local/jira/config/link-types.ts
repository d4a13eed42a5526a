export interface LinkType {
  id: string;
  name: string;
  inward: string;
  outward: string;
}

export const LINK_TYPES: LinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];

export const renderLinkType = (linkType: LinkType, siteUrl: string): Record<string, unknown> => ({
  ...linkType,
  self: `${siteUrl}/rest/api/3/issueLinkType/${linkType.id}`,
});
