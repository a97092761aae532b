import { bellPath } from '../../paths/instance.ts'
import { notificationsPath } from '../../paths/people.ts'
import { type Choice, type Chosen, choices } from '../../platform/mailer/index.ts'
import {
  type Flash,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Radios,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** How somebody gets their mails: one question for each kind that concerns them. */
export function NotificationsPage(props: {
  frame: Frame
  kinds: readonly Chosen[]
  chosen: Readonly<Partial<Record<Chosen, Choice>>>
  flash?: Flash | undefined
}) {
  const { frame, kinds, chosen } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('notifications.title')
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumb={profileCrumbs(reader, 'settings', title)}
      flash={props.flash}
    >
      <PageHeading
        title={title}
        lead={t('notifications.lead')}
        actions={
          <LinkButton variant="quiet" href={bellPath.to()}>
            {t('notifications.bell')}
          </LinkButton>
        }
      />
      <Form action={notificationsPath.to()}>
        {kinds.map((kind) => (
          <Question frame={frame} kind={kind} choice={chosen[kind] ?? 'AT_ONCE'} />
        ))}
        <Notice kind="info" still>
          {t('notifications.always')}
        </Notice>
        <FormActions>
          <SubmitButton>{t('profile.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}

function Question({ frame, kind, choice }: { frame: Frame; kind: Chosen; choice: Choice }) {
  const t = words.for(frame.reader)
  const label = (value: Choice) =>
    kind === 'digest'
      ? t(`notifications.digest.${value === 'OFF' ? 'OFF' : 'AT_ONCE'}`)
      : t(`notifications.${value}`)
  return (
    <Radios
      reader={frame.reader}
      name={kind}
      label={t(`notifications.${kind}`)}
      help={t(`notifications.${kind}.help`)}
      required
      value={choice}
      items={choices[kind].map((value) => ({ value, label: label(value) }))}
    />
  )
}
