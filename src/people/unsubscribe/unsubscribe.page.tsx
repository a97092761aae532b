import { notificationsPath, unsubscribePath } from '../../paths/people.ts'
import { Form, FormActions, type Frame, LinkButton, Page, SubmitButton } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { Told } from '../told.page.tsx'
import type { Unsubscribable } from './token.ts'

/** Asks whether one kind of mail is to end; nothing happens before the button is pressed. */
export function UnsubscribePage(props: { frame: Frame; token: string; what: Unsubscribable }) {
  const { frame, token, what } = props
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('unsubscribe.title')}>
      <h1>{t('unsubscribe.title')}</h1>
      <p class="lead">{t(`unsubscribe.ask.${what}`)}</p>
      <Form action={unsubscribePath.to(token)}>
        <FormActions>
          <SubmitButton>{t('unsubscribe.submit')}</SubmitButton>
          <LinkButton variant="quiet" href={notificationsPath.to()}>
            {t('unsubscribe.choose')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

/** Says what does not come any more, and where it can be changed. */
export function UnsubscribedPage({ frame, what }: { frame: Frame; what: Unsubscribable }) {
  const t = words.for(frame.reader)
  return (
    <Told frame={frame} title={t('unsubscribe.done')} lead={t(`unsubscribe.done.${what}`)}>
      <LinkButton href={notificationsPath.to()}>{t('unsubscribe.choose')}</LinkButton>
    </Told>
  )
}
