import { requestPath } from '../../paths/access-requests.ts'
import { handBackPath } from '../../paths/support-cases.ts'
import {
  Button,
  Facts,
  Form,
  FormActions,
  type Frame,
  Identifier,
  LinkButton,
  Notice,
  Page,
  PageHeading,
} from '../../ui/index.ts'
import { type PlaceNames, sayAsk } from '../asked.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { StoredRequest } from '../requests.row.ts'

/** Asks once more before a request is handed back, and says to how many; or that there is nobody. */
export function HandBackPage(props: {
  readonly frame: Frame
  readonly request: StoredRequest
  readonly placeNames: PlaceNames
  readonly reachable: number
}) {
  const { frame, request, placeNames, reachable } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('hand-back.title')}
      breadcrumb={[
        { label: request.reference, href: requestPath.to(request.id) },
        { label: t('hand-back.button') },
      ]}
    >
      <PageHeading
        title={t('hand-back.title')}
        lead={reachable > 0 ? t('hand-back.text', { n: reachable }) : undefined}
      />
      {reachable === 0 && (
        <Notice kind="warning" still title={t('hand-back.nobody.title')}>
          {t('hand-back.nobody')}
        </Notice>
      )}
      <Facts
        items={[
          { label: t('sent.reference'), value: <Identifier value={request.reference} /> },
          { label: t('request.account'), value: request.accountName },
          { label: t('letter.who'), value: fullName(request.profile) },
          { label: t('request.asked'), value: sayAsk(reader, request.ask, placeNames) },
        ]}
      />
      <Form action={handBackPath.to(request.id)}>
        <FormActions>
          {reachable > 0 && (
            <Button variant="primary" icon="undo-2">
              {t('hand-back.do')}
            </Button>
          )}
          <LinkButton variant="quiet" href={requestPath.to(request.id)}>
            {t('hand-back.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
