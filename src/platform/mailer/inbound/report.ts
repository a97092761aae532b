/** What a delivery report says of one recipient (RFC 3464). */
export type Report = {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** Like 5.1.1 (RFC 3463). */
  readonly status: string
  /** What the far server said. */
  readonly diagnostic: string
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
// The worst first, for a report that speaks of several.
const badness = (action: string) => actions.indexOf(action as Report['action'])

function fieldsOf(block: string): ReadonlyMap<string, string> {
  const unfolded = block.replace(/\r?\n[ \t]+/g, ' ')
  const fields = new Map<string, string>()
  for (const line of unfolded.split(/\r?\n/)) {
    const [, name, value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

function reportOf(block: string): Report | undefined {
  const fields = fieldsOf(block)
  const said = fields.get('action')?.toLowerCase()
  const action = actions.find((known) => known === said)
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1]
  if (!action || !status) return undefined
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').slice(0, 300)
  return { action, status, diagnostic }
}

/** Reads the machine’s part of a delivery report; undefined when it is none. Blocks are set apart by empty lines. */
export function readReport(deliveryStatus: string): Report | undefined {
  const reports = deliveryStatus
    .slice(0, 20_000)
    .split(/\r?\n[ \t]*\r?\n/)
    .flatMap((block) => reportOf(block) ?? [])
  return reports.toSorted((a, b) => badness(a.action) - badness(b.action))[0]
}
