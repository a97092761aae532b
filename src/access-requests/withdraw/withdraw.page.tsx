import { myRequestsPath, requestPath, withdrawPath } from '../../paths/access-requests.ts'
import {
  Button,
  Facts,
  Form,
  FormActions,
  type Frame,
  Identifier,
  LinkButton,
  Page,
  PageHeading,
} from '../../ui/index.ts'
import { type PlaceNames, sayAsk } from '../asked.ts'
import { words } from '../messages/index.ts'
import type { StoredRequest } from '../requests.row.ts'

/** Asks once more before a request is withdrawn, and says what will happen. */
export function WithdrawPage(props: {
  readonly frame: Frame
  readonly request: StoredRequest
  readonly placeNames: PlaceNames
}) {
  const { frame, request, placeNames } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('withdraw.title')}
      breadcrumb={[
        { label: t('mine.title'), href: myRequestsPath.to() },
        { label: request.reference, href: requestPath.to(request.id) },
        { label: t('request.withdraw') },
      ]}
    >
      <PageHeading title={t('withdraw.title')} lead={t('withdraw.text')} />
      <Facts
        items={[
          { label: t('sent.reference'), value: <Identifier value={request.reference} /> },
          { label: t('request.account'), value: request.accountName },
          { label: t('request.asked'), value: sayAsk(reader, request.ask, placeNames) },
        ]}
      />
      <Form action={withdrawPath.to(request.id)}>
        <FormActions>
          <Button variant="danger" icon="undo-2">
            {t('withdraw.do')}
          </Button>
          <LinkButton variant="quiet" href={requestPath.to(request.id)}>
            {t('withdraw.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
