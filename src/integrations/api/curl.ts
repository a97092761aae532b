import type { DocumentedOperation } from './document.ts'

const exampleId = '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f71'

/** The call of an operation for a shell, with the token in a variable. */
export function curlOf(call: {
  readonly url: string
  readonly path: string
  readonly method: string
  readonly operation: DocumentedOperation
}): string {
  const { url, path, method, operation } = call
  const address = `${url}${path.replace('{id}', exampleId).replace('{identifier}', 'acme.example')}`
  const headers = (operation.parameters ?? []).map(({ name }) => headerLines[name]).filter(Boolean)
  const body = operation.requestBody?.content['application/json'].example
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${address}'`,
    `-H "Authorization: Bearer $VESTIBULE_TOKEN"`,
    ...headers,
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body).replaceAll("'", `'\\''`)}'`]),
  ]
  return lines.join(' \\\n  ')
}

const headerLines: Readonly<Record<string, string>> = {
  'If-Match': `-H 'If-Match: "1"'`,
  'Idempotency-Key': `-H "Idempotency-Key: $(uuidgen)"`,
}
