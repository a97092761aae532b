import { AccountFrame, type StoredGrant } from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { reactivatePath } from '../../paths/reviews.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { Form, FormActions, type Frame, LinkButton, Notice, SubmitButton } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { sayItem } from '../say.ts'
import type { Reviewing } from '../sight.ts'

/** Asks before suspended access works again. */
export function ReactivatePage(
  props: Reviewing & {
    readonly frame: Frame
    readonly grant: StoredGrant
    readonly name: string
    readonly problem?: string | undefined
  },
) {
  const { frame, seen, grant, name, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const said = {
    name,
    held: sayItem(reader, seen.tree, grant, grant.endsAt),
    date: grant.suspendedAt ? formatDate(reader, grant.suspendedAt, 'dateWithYear') : '',
  }
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={t('reactivate.title')}
      under={[{ label: t('reactivate.title') }]}
      lead={t('reactivate.lead', said)}
      narrow
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('refused.title')}>
          {problem}
        </Notice>
      )}
      <p>{t('reactivate.after')}</p>
      <Form action={reactivatePath.to(identifier, grant.id)}>
        <FormActions>
          <SubmitButton>{t('reactivate.submit')}</SubmitButton>
          <LinkButton variant="quiet" href={accountUsersPath.to(identifier)}>
            {t('reactivate.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}
