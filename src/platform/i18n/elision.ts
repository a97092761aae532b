/** What a French sentence says in the place of `de {name}` or `que {name}`, and of which argument. */
export type Elision = { readonly argument: string; readonly word: string; readonly of: string }

const places = /(?<![\p{L}\p{N}])([dDqQ]u?e) \{(\w+)\}/gu
const vowel = /^[aàâäæeéèêëiîïoôöœuùûü]/i

/** Finds where a French message sets “de” or “que” before an argument, and gives both one argument. */
export function withElisions(text: string): { text: string; elisions: readonly Elision[] } {
  const elisions: Elision[] = []
  const marked = text.replace(places, (_, word: string, of: string) => {
    const argument = `${word}_${of}`
    elisions.push({ argument, word, of })
    return `{${argument}}`
  })
  return { text: marked, elisions }
}

/** Says “d’Inès” but “de Raul”; an address stays as it is written. */
export function elide(word: string, value: string): string {
  return vowel.test(value) && !value.includes('@') ? `${word.slice(0, -1)}’${value}` : `${word} ${value}`
}
