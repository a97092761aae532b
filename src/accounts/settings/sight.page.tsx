import type { PersonId } from '../../kernel/id.ts'
import { accountSightPath, settleSightPath } from '../../paths/accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Notice,
  Radios,
  SubmitButton,
} from '../../ui/index.ts'
import { agreeUntil } from '../domain/two-for-administrator.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import { SettingsPage } from './frame.page.tsx'
import { choiceOf } from './sight.form.ts'
import type { Sight, Wish } from './sight.store.ts'

/** What the page about administrators shows. */
export type SightPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly viewer: PersonId
  readonly sight: Sight
  /** What was chosen and not saved. */
  readonly typed?: Typed | undefined
  readonly wish: Wish | undefined
  readonly errors?: FieldErrors
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

const choices = ['usual', 'yes', 'no'] as const
const shows = ['NAMES', 'RELAY', 'NONE'] as const

/** What is shown of an account's administrators, and how many people it takes to make or remove one. */
export function SightPage(props: SightPageProps) {
  const { frame, seen, wish } = props
  return (
    <SettingsPage
      frame={frame}
      seen={seen}
      current="administrators"
      flash={props.flash}
      errors={props.errors}
      refused={props.refused}
    >
      {wish && <Waiting {...props} wish={wish} />}
      <SightForm {...props} />
    </SettingsPage>
  )
}

function SightForm({ frame, seen, sight, typed = {}, errors = {} }: SightPageProps) {
  const { show, two } = typed
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={accountSightPath.to(seen.account.identifier)}>
      <Hidden name="version" value={String(sight.version)} />
      <Radios
        reader={reader}
        name="show"
        label={t('sight.show')}
        required
        error={errors['show']}
        value={typeof show === 'string' ? show : sight.showAdministrators}
        items={shows.map((value) => ({
          value,
          label: t(`sight.show.${value}`),
          help: t(`sight.show.${value}.help`),
        }))}
      />
      <Radios
        reader={reader}
        name="two"
        label={t('sight.two')}
        help={t('sight.two.help')}
        required
        error={errors['two']}
        value={typeof two === 'string' ? two : choiceOf(sight.twoForAdministrator)}
        items={choices.map((value) => ({
          value,
          label: t(`sight.two.${value}`),
          help: t(`sight.two.${value}.help`),
        }))}
      />
      <FormActions>
        <SubmitButton>{t('settings.save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function Waiting({ frame, seen, viewer, wish }: SightPageProps & { wish: Wish }) {
  const t = words.for(frame.reader)
  const own = wish.by === viewer
  const until = formatDate(frame.reader, agreeUntil(wish.at), 'date')
  const choice = t(`sight.two.${choiceOf(wish.two)}`)
  const press = (agree: 'yes' | 'no', label: string) => (
    <Form action={settleSightPath.to(seen.account.identifier)} wide>
      <Hidden name="agree" value={agree} />
      <Button small variant={agree === 'yes' ? 'secondary' : 'quiet'}>
        {label}
      </Button>
    </Form>
  )
  return (
    <Notice
      kind="info"
      still
      title={t('sight.two.wait-title')}
      actions={
        <>
          {!own && press('yes', t('sight.two.agree'))}
          {press('no', t(own ? 'sight.two.withdraw' : 'sight.two.refuse'))}
        </>
      }
    >
      {t('sight.two.wait', { name: nameOf(wish), choice, date: until })}
    </Notice>
  )
}
