import type { Message } from '../messages/message';

/** The texts this page has loaded. A section that only some rooms speak registers itself when their chunk arrives. */
export const catalogue: Record<string, Message> = {};

/** Makes a section's texts known to `t`. */
export const addMessages = (section: Record<string, Message>): void => void Object.assign(catalogue, section);
