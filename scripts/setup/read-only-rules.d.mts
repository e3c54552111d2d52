export const WRITE_METHODS: readonly string[];
export const WRITE_PROPERTIES: readonly string[];
export const WRITE_GLOBALS: readonly string[];
export const readOnlySyntax: readonly { selector: string; message: string }[];
