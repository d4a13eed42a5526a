/** A text with `{name}` slots; the plural form is chosen by the argument `count`. */
export type Message = string | { one: string; other: string };
