// Where what a mail program quotes begins: "On … Ana wrote:", "Le … Ana a écrit :", "-----Original Message-----". Spaces
// only, never \s: that runs over line ends, and on many empty lines would begin anew at each.
const quoted = [
  /^[ \t]*On\b.{4,200}\bwrote:[ \t]*$/m,
  /^[ \t]*On\b.{4,100}\n.{0,100}\bwrote:[ \t]*$/m,
  /^[ \t]*Le\b.{4,200}\ba écrit[^\S\n]?:[ \t]*$/m,
  /^[ \t]*Le\b.{4,100}\n.{0,100}\ba écrit[^\S\n]?:[ \t]*$/m,
  /^[ \t]*-{2,}[ \t]*(Original Message|Message d[’']origine|Forwarded message)[ \t]*-{2,}[ \t]*$/m,
  /^-- $/m,
  /^_{10,}[ \t]*$/m,
]

/** What somebody wrote in an answer, without the mail it quotes and without a signature; at most so many letters. */
export function whatIsSaid(text: string, most = 4_000): string {
  const plain = text.slice(0, 200_000).replace(/\r\n?/g, '\n')
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
