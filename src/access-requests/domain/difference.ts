/** A stretch of words that stayed, were taken out, or were put in. */
export type Stretch = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

// A word takes the space behind it along, so that stretches put together give the whole text again.
const word = /\S+\s*|\s+/gu

/** The most words that are compared; a text of 1,000 characters has at most 500. */
const mostWords = 600

/**
 * What became of a text, word for word: what stayed and what was taken out give the old one, what stayed and what was
 * put in the new one. When hardly a word stayed the whole is said to be replaced, which reads better than shreds.
 */
export function differenceOf(before: string, after: string): readonly Stretch[] {
  const old = before.match(word) ?? []
  const now = after.match(word) ?? []
  const replaced = joined([...old.map(as('gone')), ...now.map(as('new'))])
  if (old.length > mostWords || now.length > mostWords) return replaced
  const stretches = walk(old, now, lengths(old, now))
  const stayed = stretches.filter(({ kind }) => kind === 'same').length
  return stayed * 4 < Math.min(old.length, now.length) ? replaced : joined(stretches)
}

const as =
  (kind: Stretch['kind']) =>
  (text: string): Stretch => ({ kind, text })

const bare = (text: string | undefined) => text?.trim()
const sameWord = (one: string | undefined, other: string | undefined) => bare(one) === bare(other)

/** For each pair of ends, how long the longest common run of words is that can follow. */
function lengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i--) {
    const row = table[i] as number[]
    const below = table[i + 1] as number[]
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] = sameWord(old[i], now[j])
        ? (below[j + 1] as number) + 1
        : Math.max(below[j] as number, row[j + 1] as number)
    }
  }
  return table
}

function walk(old: readonly string[], now: readonly string[], table: readonly number[][]): Stretch[] {
  const found: Stretch[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < now.length) {
    if (sameWord(old[i], now[j])) {
      found.push(...kept(old[i++] as string, now[j++] as string))
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) {
      found.push({ kind: 'gone', text: old[i++] as string })
    } else {
      found.push({ kind: 'new', text: now[j++] as string })
    }
  }
  return [...found, ...old.slice(i).map(as('gone')), ...now.slice(j).map(as('new'))]
}

// The same word with another space behind it: the words stay, the spaces change.
function kept(before: string, after: string): Stretch[] {
  if (before === after) return [{ kind: 'same', text: after }]
  const text = after.trimEnd()
  const gone = before.slice(before.trimEnd().length)
  const put = after.slice(text.length)
  return [
    { kind: 'same' as const, text },
    { kind: 'gone' as const, text: gone },
    { kind: 'new' as const, text: put },
  ].filter((stretch) => stretch.text !== '')
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const last = found.at(-1)
    if (last?.kind === stretch.kind) found[found.length - 1] = { ...last, text: last.text + stretch.text }
    else found.push(stretch)
  }
  return found
}
