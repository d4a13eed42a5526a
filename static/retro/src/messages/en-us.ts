/** Every text of the page in American English, one section file a feature: add a section's file here. */
import { common } from './en-us/common';

export const enUs = {
  ...common,
} as const;
