import type { Reader } from '../i18n/reader.ts'
import { defang } from './defang.ts'

/** A part of a letter, between its first sentence and its button. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** What a person wrote; `by` says that they did, not we. It is defanged here. */
  | { readonly kind: 'quote'; readonly by: string; readonly text: string }

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

/** Writes the letter twice: as HTML, and as plain text that says the same. */
export function compose(content: Content): { html: string; text: string } {
  const page: { toString(): unknown } = <Html content={content} />
  return { html: `<!doctype html>${String(page.toString())}`, text: plain(content) }
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
  const lines = defang(block.text).split('\n')
  return `${block.by}\n${lines.map((line) => `> ${line}`).join('\n')}`
}

const face = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
const ink = '#1f2421'
const quiet = '#5b635e'
const door = '#1d6349'
const line = '#dcdfd8'

function Html({ content }: { content: Content }) {
  return (
    <html lang={content.reader.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{content.opening}</title>
      </head>
      <body
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
            <td style={`padding:0 4px 16px;font-size:15px;font-weight:600;color:${door}`}>
              <Arch /> {content.installationName}
            </td>
          </tr>
          <tr>
            <td style={`padding:28px 24px;background:#ffffff;border:1px solid ${line};border-radius:8px`}>
              <p style={`margin:0 0 16px;font-size:18px;font-weight:600;color:${ink}`}>{content.opening}</p>
              {content.blocks.map((block) => (
                <HtmlBlock block={block} />
              ))}
              {content.button && <Button button={content.button} />}
            </td>
          </tr>
          <tr>
            <td style={`padding:16px 4px;font-size:13px;color:${quiet}`}>{content.why}</td>
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
      style={`display:inline-block;width:12px;height:16px;border:2px solid ${door};border-bottom:0;border-radius:8px 8px 0 0;vertical-align:-3px;margin-right:6px`}
    ></span>
  )
}

function HtmlBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p style="margin:0 0 16px">{block.text}</p>
  if (block.kind === 'facts') return <Facts facts={block.facts} />
  return (
    <div style={`margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid ${line}`}>
      <p style={`margin:0 0 4px;font-size:13px;color:${quiet}`}>{block.by}</p>
      <p style="margin:0;white-space:pre-line">{defang(block.text)}</p>
    </div>
  )
}

function Facts({ facts }: { facts: readonly { label: string; value: string }[] }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;width:100%">
      {facts.map(({ label, value }) => (
        <tr>
          <td style={`padding:4px 16px 4px 0;color:${quiet};vertical-align:top;width:38%`}>{label}</td>
          <td style="padding:4px 0;vertical-align:top">{value}</td>
        </tr>
      ))}
    </table>
  )
}

function Button({ button }: { button: NonNullable<Content['button']> }) {
  return (
    <>
      <p style="margin:24px 0 12px">
        <a
          href={button.href}
          style={`display:inline-block;padding:12px 20px;background:${door};color:#ffffff;border-radius:8px;text-decoration:none;font-weight:600`}
        >
          {button.label}
        </a>
      </p>
      <p style={`margin:0;font-size:13px;color:${quiet};word-break:break-all`}>
        {button.orVisit} {button.href}
      </p>
    </>
  )
}
