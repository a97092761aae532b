import { ErrorPage, type Frame, LinkButton, Page } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** The answers that have a page of their own. */
export type ErrorStatus = 403 | 404 | 413 | 422 | 500 | 503

/** What happened, what is safe, what to do. */
export function ErrorDocument({
  frame,
  status,
  reference,
}: {
  frame: Frame
  status: ErrorStatus
  reference?: string
}) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t(`error.${status}.title`)}>
      <ErrorPage
        reader={frame.reader}
        title={t(`error.${status}.title`)}
        whatHappened={t(`error.${status}.what`)}
        whatIsSafe={status === 404 ? undefined : t(`error.${status}.safe`)}
        whatToDo={t(`error.${status}.do`)}
        reference={reference}
        actions={
          <LinkButton href="/" variant="secondary">
            {t('error.home')}
          </LinkButton>
        }
      />
    </Page>
  )
}
