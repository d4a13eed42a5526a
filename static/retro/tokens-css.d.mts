import type { Plugin } from 'vite';

/** Every token's name that occurs in a folder of sources, sorted. */
export function usedTokens(folder: string): string[];
/** Names of a folder's sources that Atlassian's list does not know. */
export function unknownTokens(folder: string): string[];
/** The tokens a folder of sources uses as a style sheet; throws when one of them does not exist. */
export function tokensCss(folder: string): string;
/** For `plugins` in vite.config.ts; `folder` is where the page's sources lie. */
export function tokensPlugin(folder: string): Plugin;
