/** What a page or an API call answered. */
export type Answered = {
  readonly status: number
  readonly headers: Headers
  /** Where it sends the browser on to, as a path. */
  readonly location: string | null
  readonly text: string
}

/** The fields of a form; a list is sent as a field that comes several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser without scripts: it keeps cookies and sends what a browser would. */
export class Visitor {
  readonly #base: string
  readonly #cookies = new Map<string, string>()
  /** Further headers of every request, such as a language. */
  readonly headers: Record<string, string>

  constructor(base: string, headers: Record<string, string> = {}) {
    this.#base = base
    this.headers = headers
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send(path, { method: 'GET', headers })
  }

  /** Posts a form; `signal` hangs up before the answer comes. */
  post(
    path: string,
    fields: Fields = {},
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Answered> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const item of typeof value === 'string' ? [value] : value) body.append(name, item)
    }
    return this.send(path, {
      method: 'POST',
      body,
      headers: { Origin: this.#base, ...headers },
      ...(signal ? { signal } : {}),
    })
  }

  /** The value of a hidden or text field on a page. */
  static fieldOf(page: string, name: string): string | undefined {
    const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page)?.[0]
    return tag === undefined ? undefined : (/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  async send(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Answered> {
    const response = await fetch(`${this.#base}${path}`, {
      ...init,
      redirect: 'manual',
      headers: {
        ...this.headers,
        ...this.#sent(),
        ...init.headers,
      },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const location = response.headers.get('Location')
    return { status: response.status, headers: response.headers, location, text: await response.text() }
  }

  #sent(): Record<string, string> {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    return pairs.length > 0 ? { Cookie: pairs.join('; ') } : {}
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/max-age=0/i.test(line) || value.join('=') === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value.join('='))
  }
}
