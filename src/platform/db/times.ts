/** A row that came as JSON, which knows no times: what ends in `At`, and what is named beside, is a time again. */
export function withTimes<Row extends object>(row: Row, also: readonly string[] = []): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    (name.endsWith('At') || also.includes(name)) && typeof value === 'string' ? new Date(value) : value,
  ])
  return Object.fromEntries(entries) as Row
}
