import { escape } from './escape.ts'

/*
 * A page is thousands of small pieces. Adding them up as strings makes a tree of strings that has to be walked once
 * more to become bytes, which took as long as all the rest; so they become bytes at once, in the order they are read.
 */

const usual = 256 * 1024
// One for all pages: nothing else runs between a page's first byte and its last.
let sheet = Buffer.allocUnsafeSlow(usual)
let at = 0

/** Begins anew, at the top. */
export function beginSheet(): void {
  if (sheet.length > 4 * usual) sheet = Buffer.allocUnsafeSlow(usual)
  at = 0
}

/** All that was written since the beginning. The next page overwrites it: use it at once or copy it. */
export function sheetSoFar(): Buffer {
  return sheet.subarray(0, at)
}

function makeRoom(bytes: number): void {
  const larger = Buffer.allocUnsafeSlow(Math.max(sheet.length * 2, at + bytes))
  larger.set(sheet.subarray(0, at))
  sheet = larger
}

/** Writes markup of our own, which was encoded once. */
export function writeMarkup(bytes: Uint8Array): void {
  const { length } = bytes
  if (at + length > sheet.length) makeRoom(length)
  // Most pieces are a tag, and a call that copies so little costs more than the copy.
  if (length > 16) sheet.set(bytes, at)
  else for (let index = 0; index < length; index++) sheet[at + index] = bytes[index] as number
  at += length
}

// Characters that stand for themselves in HTML and are one byte.
const plain = Uint8Array.from({ length: 128 }, (_, code) =>
  '&<>"\''.includes(String.fromCharCode(code)) ? 0 : 1,
)
const mostBytesOfACharacter = '&quot;'.length

// What is longer goes to the encoder of the platform in one piece; a call to it costs as much as so many characters.
const short = 32

/** Writes a text, escaped. */
export function writeText(text: string): void {
  const { length } = text
  if (at + length * mostBytesOfACharacter > sheet.length) makeRoom(length * mostBytesOfACharacter)
  const page = sheet
  let to = at
  let done = 0
  while (length <= short && done < length) {
    const code = text.charCodeAt(done)
    if (plain[code] !== 1) break
    page[to++] = code
    done++
  }
  if (done < length) to += page.write(escape(done === 0 ? text : text.slice(done)), to)
  at = to
}
