import type { Child } from '#jsx'
import type { Token, Tokens } from 'marked'
import { guidePath } from '../../paths/learn.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Code, Link, Notice, Table } from '../../ui/index.ts'
import { guideNames } from './guides.ts'

/** Our own Markdown as elements; what it has no element for, such as raw HTML, is an error and never shown. */
export function Markdown({ reader, tokens }: { reader: Reader; tokens: readonly Token[] }) {
  return <>{tokens.map((token) => blockOf(reader, token))}</>
}

const blocks: Readonly<Record<string, (reader: Reader, token: never) => Child>> = {
  space: () => null,
  paragraph: (reader, token: Tokens.Paragraph) => <p>{inline(reader, token.tokens)}</p>,
  text: (reader, token: Tokens.Text) => <>{inline(reader, token.tokens ?? [token])}</>,
  heading: (reader, token: Tokens.Heading) => <h3>{inline(reader, token.tokens)}</h3>,
  code: (_, token: Tokens.Code) => <Code label={token.lang ?? ''}>{token.text}</Code>,
  blockquote: (reader, token: Tokens.Blockquote) => (
    <Notice kind="info" still>
      <Markdown reader={reader} tokens={token.tokens} />
    </Notice>
  ),
  list: (reader, token: Tokens.List) => {
    const items = token.items.map((item) => (
      <li>
        <Markdown reader={reader} tokens={item.tokens} />
      </li>
    ))
    return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  },
  table: (reader, token: Tokens.Table) => (
    <Table
      reader={reader}
      caption={token.header.map(({ text }) => text).join(', ')}
      columns={token.header.map((head, n) => ({
        label: head.text,
        heads: n === 0,
        cell: (row: Tokens.TableCell[]) => <>{inline(reader, row[n]?.tokens ?? [])}</>,
      }))}
      rows={token.rows}
    />
  ),
}

const inlines: Readonly<Record<string, (reader: Reader, token: never) => Child>> = {
  text: (reader, token: Tokens.Text) => (token.tokens ? inline(reader, token.tokens) : plain(token.text)),
  escape: (_, token: Tokens.Escape) => plain(token.text),
  strong: (reader, token: Tokens.Strong) => <strong>{inline(reader, token.tokens)}</strong>,
  em: (reader, token: Tokens.Em) => <em>{inline(reader, token.tokens)}</em>,
  codespan: (_, token: Tokens.Codespan) => <code>{plain(token.text)}</code>,
  br: () => <br />,
  link: (reader, token: Tokens.Link) => (
    <Link href={addressOf(token.href)}>{inline(reader, token.tokens)}</Link>
  ),
}

function blockOf(reader: Reader, token: Token): Child {
  const draw = blocks[token.type]
  if (!draw) throw new Error(`The guides have no ${token.type}`)
  return draw(reader, token as never)
}

function inline(reader: Reader, tokens: readonly Token[] | undefined): Child {
  const drawn = (tokens ?? []).map((token) => {
    const draw = inlines[token.type]
    if (!draw) throw new Error(`The guides have no ${token.type}`)
    return draw(reader, token as never)
  })
  return <>{drawn}</>
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

// What the library escaped for HTML is text again; our elements escape it.
function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

/** Where a link of a guide leads in the portal: to another guide, or to a page of ours. */
export function addressOf(href: string): string {
  const [file = '', place] = href.split('#')
  const name = guideNames.find((guide) => file === `${guide}.md`)
  if (name !== undefined) return place ? `${guidePath.to(name)}#${place}` : guidePath.to(name)
  return href
}
