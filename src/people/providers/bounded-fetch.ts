const mostBytes = 512 * 1024
const bodiless = new Set([204, 205, 304])

async function readAtMost(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > mostBytes) throw new TypeError('The answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Fetches from addresses that `allows` alone, follows nothing, and reads half a megabyte at most. */
export function boundedFetch(allows: (url: string) => boolean) {
  return async (url: string, options: object): Promise<Response> => {
    if (!allows(url)) throw new TypeError('This address is not asked')
    const response = await fetch(url, { ...(options as RequestInit), redirect: 'manual' })
    const bytes = await readAtMost(response)
    const { status, headers } = response
    const body = bodiless.has(status) ? null : new Uint8Array(bytes)
    return new Response(body, {
      status,
      headers: [...headers].filter(([name]) => name !== 'content-encoding'),
    })
  }
}
