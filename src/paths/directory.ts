/** The accounts one has, asks for, or can ask for. */
export const directoryPath = {
  pattern: '/directory',
  to: (query: { find?: string | undefined; after?: string | undefined } = {}): string => {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const search = new URLSearchParams(given).toString()
    return search === '' ? '/directory' : `/directory?${search}`
  },
}
/** The same for programs. */
export const apiDirectoryPath = { pattern: '/api/v1/directory', to: (): string => '/api/v1/directory' }
