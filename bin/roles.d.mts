/** The documents, by their place below docs. */
export function rolesDocuments(): Record<string, string>
