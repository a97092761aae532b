import type { Given } from '../../accounts/domain/rights.ts'
import { approvePath } from '../../paths/decisions.ts'
import type { Typed } from '../../platform/http/index.ts'
import {
  Change,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { Holding } from './context.tsx'
import type { DecisionView } from './decide.query.ts'
import { crumbs } from './form-again.page.ts'
import { sayGiven } from './sayings.ts'

/** The second press for an administrator role: it says once more what it does, and to whom. */
export function ConfirmPage(props: {
  frame: Frame
  view: DecisionView
  given: Given
  isFirst: boolean
  typed: Typed
}) {
  const { frame, view, typed, isFirst } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = fullName(view.request.profile)
  const given = sayGiven(reader, props.given, view.tree)
  const title = t('confirm.title', { name })
  return (
    <Page frame={frame} title={title} breadcrumb={crumbs(t, view.request, title)}>
      <PageHeading over={view.request.identifier} title={title} lead={t('confirm.lead')} />
      <h2>{t('confirm.change', { name })}</h2>
      <Change
        reader={reader}
        now={<Holding reader={reader} view={view} />}
        after={<Holding reader={reader} view={view} more={{ said: given, given: props.given }} />}
      />
      {isFirst && (
        <Notice kind="info" still>
          {t('confirm.first')}
        </Notice>
      )}
      <Form action={approvePath.to(view.request.id)}>
        {Object.entries(typed).map(([field, value]) =>
          field === 'confirmed' ? null : <Kept name={field} value={value} />,
        )}
        <Hidden name="confirmed" value="yes" />
        <FormActions>
          <SubmitButton icon="check">
            {isFirst ? t('confirm.press-first', { given }) : t('confirm.press', { name, given })}
          </SubmitButton>
          <LinkButton href={approvePath.to(view.request.id)} variant="quiet">
            {t('confirm.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

function Kept({ name, value }: { name: string; value: string | readonly string[] }) {
  const values = typeof value === 'string' ? [value] : value
  return (
    <>
      {values.map((one) => (
        <Hidden name={name} value={one} />
      ))}
    </>
  )
}
