import { html } from '#jsx'
import type { Child } from '#jsx'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { verifyAgainPath } from '../paths/people.ts'
import { Button } from './button.tsx'
import { Footer } from './footer.tsx'
import { Form } from './form.tsx'
import type { Frame } from './frame.ts'
import { Header } from './header.tsx'
import { words } from './messages/index.ts'
import { Notice, type NoticeKind } from './notice.tsx'
import { safeHref } from './safe-href.ts'

/** What the last act said, shown once on top of the next page. */
export type Flash = { kind: NoticeKind; title?: string | undefined; text: string }

/** What a page gives its frame: its name for the window, the way to it, and the topics it is kept fresh by. */
export type PageProps = {
  frame: Frame
  title: string
  breadcrumb?: readonly Crumb[] | undefined
  /** For pages of tables: the forms in it may fill the width. */
  wide?: boolean | undefined
  flash?: Flash | undefined
  /** Topics that refetch this page when the server says they changed. */
  live?: readonly string[] | undefined
  /** The form came back with errors: the window's title says so first. */
  failed?: boolean | undefined
  children?: Child
}

/** A whole document, with its doctype: frame, then what is put into it. */
export function Page(props: PageProps) {
  const { frame } = props
  const t = words.for(frame.reader)
  const theme = frame.theme === 'system' ? undefined : frame.theme
  return html`<!doctype html>${(
    <html lang={frame.reader.locale} dir="ltr" data-theme={theme}>
      <Head {...props} />
      <body
        data-live={props.live?.join(' ')}
        data-live-header={frame.person ? `person:${frame.person.id}` : undefined}
      >
        <a class="skip-link" href="#main">
          {t('page.skip')}
        </a>
        <Header frame={frame} />
        <Main {...props} />
        <Footer frame={frame} />
        <p class="unseen" role="status" id="live-status" data-say={t('live.changed')}></p>
      </body>
    </html>
  )}`
}

function Head({ frame, title, failed }: PageProps) {
  const t = words.for(frame.reader)
  const names = { page: title, installation: frame.installationName }
  return html`<head>
<meta charset="utf-8">
<title>${failed ? t('page.title-failed', names) : t('page.title', names)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${frame.theme === 'system' ? 'light dark' : frame.theme}">
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${safeHref(frame.assets.css)}">
<script type="module" src="${safeHref(frame.assets.js)}"></script>
</head>`
}

/** Says on every page that mail does not reach the reader, and what they can do. */
function MailReturns({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  const send = (
    <Form action={verifyAgainPath.to()}>
      <Button small>{t('returns.send')}</Button>
    </Form>
  )
  return (
    <Notice kind="warning" title={t('returns.title')} still actions={send}>
      {t('returns.text', { address: frame.person?.email ?? '' })}
    </Notice>
  )
}

function Main({ frame, breadcrumb, wide, flash, children }: PageProps) {
  const t = words.for(frame.reader)
  return (
    <main id="main" class={wide ? 'wide' : undefined} tabindex={-1}>
      {breadcrumb && breadcrumb.length > 0 && <Breadcrumb items={breadcrumb} label={t('page.breadcrumb')} />}
      {frame.person?.mailReturns && <MailReturns frame={frame} />}
      {flash && (
        <Notice kind={flash.kind} title={flash.title} keep>
          {flash.text}
        </Notice>
      )}
      {children}
    </main>
  )
}
