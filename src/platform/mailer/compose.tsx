import type { Reader } from '../i18n/reader.ts'
import { defang } from './defang.ts'

/** A part of a letter, between its first sentence and its button. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** What a person wrote; `by` says that they did, not we. It is defanged here. */
  | { readonly kind: 'quote'; readonly by: string; readonly text: string }
  /** Sentences of ours, each with the page it is about. */
  | { readonly kind: 'links'; readonly links: readonly { readonly text: string; readonly href?: string }[] }

/** What a letter says. */
export type Content = {
  readonly reader: Reader
  readonly installationName: string
  /** One sentence that says it all; also the preview. */
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly button?: { readonly label: string; readonly href: string; readonly orVisit: string }
  /** Why the recipient gets this. */
  readonly why: string
}

/** Writes the letter twice: as HTML, and as plain text that says the same; with what a digest says of it. */
export function compose(content: Content): { html: string; text: string; opening: string; href?: string } {
  const page: { toString(): unknown } = <Html content={content} />
  const { opening, button } = content
  const html = `<!doctype html>${String(page.toString())}`
  return { html, text: plain(content), opening, ...(button ? { href: button.href } : {}) }
}

const end = '</td></tr></table></body></html>'

/** Adds a last line to a letter that `compose` has written, with where it leads; another letter's HTML stays as it is. */
export function withLastLine(
  letter: { readonly html: string; readonly text: string },
  { text, href }: { readonly text: string; readonly href: string },
): { html: string; text: string } {
  const link: { toString(): unknown } = (
    <>
      <br />
      <a href={href} class="quiet" style={`color:${quiet}`}>
        {text}
      </a>
    </>
  )
  const { html } = letter
  const added = html.endsWith(end) ? `${html.slice(0, -end.length)}${String(link.toString())}${end}` : html
  return { html: added, text: `${letter.text.trimEnd()}\n${text}\n${href}\n` }
}

// French sets its colon off by a space that does not break.
const colons = { en: ':', fr: '\u00a0:' } as const

function plain(content: Content): string {
  const colon = colons[content.reader.locale]
  const parts = [content.opening, ...content.blocks.map((block) => plainBlock(block, colon))]
  if (content.button) parts.push(`${content.button.label}${colon}\n${content.button.href}`)
  return `${[...parts, `-- \n${content.installationName}\n${content.why}`].join('\n\n')}\n`
}

function plainBlock(block: Block, colon: string): string {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'facts') {
    return block.facts.map(({ label, value }) => `${label}${colon} ${value}`).join('\n')
  }
  if (block.kind === 'links') {
    return block.links.map(({ text, href }) => (href ? `* ${text}\n  ${href}` : `* ${text}`)).join('\n')
  }
  const lines = defang(block.text).split('\n')
  return `${block.by}\n${lines.map((line) => `> ${line}`).join('\n')}`
}

const face = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
const ink = '#1f2421'
const quiet = '#5b635e'
const door = '#1d6349'
const line = '#dcdfd8'

// A mail program that knows nothing of this shows the light colours side by side, as they stand at the elements.
const byReader = `@media (max-width:480px){
.facts td{display:block!important;width:auto!important;padding:0!important}
.facts td+td{padding-bottom:8px!important}
}
@media (prefers-color-scheme:dark){
.paper{background:#161411!important;color:#e9e7e2!important}
.card{background:#1e1c18!important;border-color:#37342e!important}
.ink{color:#e9e7e2!important}
.quiet{color:#aeaaa2!important}
.door{color:#7fd0a9!important;border-color:#7fd0a9!important}
.line{border-color:#4a463e!important}
.press{background:#7fd0a9!important;color:#10231a!important}
}`

function Head({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{title}</title>
      <style>{byReader}</style>
    </head>
  )
}

function Html({ content }: { content: Content }) {
  return (
    <html lang={content.reader.locale}>
      <Head title={content.opening} />
      <body
        class="paper"
        style={`margin:0;padding:24px 12px;background:#f6f5f0;color:${ink};${face};font-size:16px;line-height:1.5`}
      >
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="max-width:600px;margin:0 auto"
        >
          <tr>
            <td class="door" style={`padding:0 4px 16px;font-size:15px;font-weight:600;color:${door}`}>
              <Arch /> {content.installationName}
            </td>
          </tr>
          <tr>
            <td
              class="card"
              style={`padding:28px 24px;background:#ffffff;border:1px solid ${line};border-radius:8px`}
            >
              <p class="ink" style={`margin:0 0 16px;font-size:18px;font-weight:600;color:${ink}`}>
                {content.opening}
              </p>
              {content.blocks.map((block) => (
                <HtmlBlock block={block} />
              ))}
              {content.button && <Button button={content.button} />}
            </td>
          </tr>
          <tr>
            <td class="quiet" style={`padding:16px 4px;font-size:13px;color:${quiet}`}>
              {content.why}
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

/** The mark, drawn with borders so that it is there when images are off. */
function Arch() {
  return (
    <span
      class="door"
      style={`display:inline-block;width:12px;height:16px;border:2px solid ${door};border-bottom:0;border-radius:8px 8px 0 0;vertical-align:-3px;margin-right:6px`}
    ></span>
  )
}

function HtmlBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p style="margin:0 0 16px">{block.text}</p>
  if (block.kind === 'facts') return <Facts facts={block.facts} />
  if (block.kind === 'links') return <Links links={block.links} />
  return (
    <div class="line" style={`margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid ${line}`}>
      <p class="quiet" style={`margin:0 0 4px;font-size:13px;color:${quiet}`}>
        {block.by}
      </p>
      <p style="margin:0;white-space:pre-line;word-break:break-word">{defang(block.text)}</p>
    </div>
  )
}

function Facts({ facts }: { facts: readonly { label: string; value: string }[] }) {
  return (
    <table
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      class="facts"
      style="margin:0 0 16px;width:100%"
    >
      {facts.map(({ label, value }) => (
        <tr>
          <td class="quiet" style={`padding:4px 16px 4px 0;color:${quiet};vertical-align:top;width:38%`}>
            {label}
          </td>
          <td style="padding:4px 0;vertical-align:top;word-break:break-word">{value}</td>
        </tr>
      ))}
    </table>
  )
}

function Links({ links }: { links: readonly { text: string; href?: string }[] }) {
  return (
    <ul style="margin:0 0 16px;padding:0 0 0 20px">
      {links.map(({ text, href }) => (
        <li style="margin:0 0 8px">
          {href ? (
            <a href={href} class="door" style={`color:${door}`}>
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  )
}

function Button({ button }: { button: NonNullable<Content['button']> }) {
  return (
    <>
      <p style="margin:24px 0 12px">
        <a
          href={button.href}
          class="press"
          style={`display:inline-block;padding:12px 20px;background:${door};color:#ffffff;border-radius:8px;text-decoration:none;font-weight:600`}
        >
          {button.label}
        </a>
      </p>
      <p class="quiet" style={`margin:0;font-size:13px;color:${quiet};word-break:break-word`}>
        {button.orVisit} {button.href}
      </p>
    </>
  )
}
