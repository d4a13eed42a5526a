/** Version of the wire. A page that speaks another one is told to reload (`contract/reload`). */
export const CONTRACT_VERSION = 1;
