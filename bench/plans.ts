import pg from 'pg'

/** A statement as it was sent. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] }

let recording: Sent[] | undefined

type Query = { text?: string; values?: unknown[] }

// Below the application's own clients, so that what they make of a query is seen as it leaves.
const send = pg.Client.prototype.query as (...parts: unknown[]) => unknown
pg.Client.prototype.query = function recorded(this: pg.Client, ...parts: unknown[]): unknown {
  const [query, values] = parts as [string | Query, unknown]
  const text = typeof query === 'string' ? query : query.text
  const given = typeof query === 'string' ? values : (query.values ?? values)
  if (recording && text) recording.push({ text, values: Array.isArray(given) ? given : [] })
  return send.apply(this, parts)
} as typeof pg.Client.prototype.query

/** Does a piece of work, and gives what it sent to the database. */
export async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  recording = sent
  try {
    await work()
  } finally {
    recording = undefined
  }
  return sent
}

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }

function scannedIn(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []
  return [...own, ...(node.Plans ?? []).flatMap(scannedIn)]
}

const mostRows = 10_000

/** The tables of more than 10,000 rows that a statement would read from end to end. */
export async function wholeReads(client: pg.Client, { text, values }: Sent): Promise<string[]> {
  if (!/^\s*(with|select)\b/i.test(text)) return []
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>({
    text: `explain (format json) ${text}`,
    values: [...values],
  })
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  const tables = [...new Set(plan ? scannedIn(plan) : [])]
  const { rows: large } = await client.query<{ relname: string }>(
    `select distinct c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relname = any($1) and c.reltuples > $2`,
    [tables, mostRows],
  )
  return large.map(({ relname }) => relname)
}
