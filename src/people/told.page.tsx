import type { Child } from '#jsx'
import { ErrorPage, type Frame, LinkButton, Page } from '../ui/index.ts'
import { forgottenPasswordPath } from '../paths/people.ts'
import { words } from './messages/index.ts'

/** A page that only says something: a heading, a sentence, and what is beneath. */
export function Told(props: { frame: Frame; title: string; lead: string; children?: Child }) {
  return (
    <Page frame={props.frame} title={props.title}>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.children}
    </Page>
  )
}

/** Says that something was tried too often, and in how many minutes it can be tried again. */
export function TooManyPage({
  frame,
  seconds,
  pages,
}: {
  frame: Frame
  seconds: number
  /** It was pages of lists, not attempts at something. */
  pages?: true
}) {
  const t = words.for(frame.reader)
  const minutes = Math.ceil(seconds / 60)
  const title = pages ? t('too-many-pages.title') : t('too-many.title')
  return (
    <Page frame={frame} title={title}>
      <ErrorPage
        reader={frame.reader}
        title={title}
        whatHappened={pages ? t('too-many-pages.what') : t('too-many.what')}
        whatIsSafe={t('too-many.safe')}
        whatToDo={pages ? t('too-many-pages.do', { minutes }) : t('too-many.do', { minutes })}
      />
    </Page>
  )
}

/** Says that a link cannot be used any more, and how to get a new one. */
export function LinkGonePage({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('link-gone.title')}>
      <ErrorPage
        reader={frame.reader}
        title={t('link-gone.title')}
        whatHappened={t('link-gone.what')}
        whatIsSafe={t('link-gone.safe')}
        whatToDo={t('link-gone.do')}
        actions={
          <>
            <LinkButton href={forgottenPasswordPath.to()}>{t('link-gone.again')}</LinkButton>
            <LinkButton href="/" variant="quiet">
              {t('link-gone.home')}
            </LinkButton>
          </>
        }
      />
    </Page>
  )
}
