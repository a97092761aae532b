// Where what a mail program quotes begins: "On … Ana wrote:", "Le … Ana a écrit :", "-----Original Message-----".
const quoted = [
  /^\s*On\b.{4,200}\bwrote:\s*$/m,
  /^\s*On\b[^\n]{4,100}\n[^\n]{0,100}\bwrote:\s*$/m,
  /^\s*Le\b.{4,200}\ba écrit\s*:\s*$/m,
  /^\s*Le\b[^\n]{4,100}\n[^\n]{0,100}\ba écrit\s*:\s*$/m,
  /^\s*-{2,}\s*(Original Message|Message d[’']origine|Forwarded message)\s*-{2,}\s*$/m,
  /^-- $/m,
  /^_{10,}\s*$/m,
]

/** What somebody wrote in an answer, without the mail it quotes and without a signature; at most so many letters. */
export function whatIsSaid(text: string, most = 4_000): string {
  const plain = text.replace(/\r\n?/g, '\n').slice(0, 200_000)
  const ends = quoted.flatMap((mark) => mark.exec(plain)?.index ?? [])
  const own = plain.slice(0, Math.min(plain.length, ...ends))
  return own
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, most)
}
