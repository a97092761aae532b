import { casesPath, newCasePath } from '../../paths/support-cases.ts'
import {
  Card,
  ErrorSummary,
  type Fact,
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { caseText } from '../domain/writing.ts'
import { words } from '../messages/index.ts'
import type { RequestInCase } from './open.store.ts'

/** What the form for opening a case shows. */
export type OpenPageProps = {
  readonly frame: Frame
  readonly formKey: string
  readonly request: RequestInCase | undefined
  readonly from: string
  readonly error: string
  readonly typed?: string | undefined
  /** What is wrong with the text. */
  readonly wrong?: string | undefined
  readonly refused?: string | undefined
}

/** The form for opening a case: what goes with it, and what happened, in one's own words. */
export function OpenPage(props: OpenPageProps) {
  const { frame, wrong, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('open.title')}
      breadcrumb={[{ label: t('case.mine'), href: casesPath.to() }, { label: t('open.title') }]}
      failed={wrong !== undefined || refused !== undefined}
    >
      {wrong !== undefined && <ErrorSummary reader={reader} errors={[{ field: 'text', message: wrong }]} />}
      {refused !== undefined && (
        <Notice kind="danger" title={t('notice.refused')}>
          {refused}
        </Notice>
      )}
      <PageHeading over={t('case.manager')} title={t('open.title')} lead={t('open.lead')} />
      <Known {...props} />
      <Form action={newCasePath.pattern}>
        <Hidden name="key" value={props.formKey} />
        <Hidden name="request" value={props.request?.id ?? ''} />
        <Hidden name="from" value={props.from} />
        <Hidden name="error" value={props.error} />
        <TextArea
          reader={reader}
          name="text"
          label={t('open.text')}
          help={
            <>
              <p>{t('open.text.help')}</p>
              <p>{t('open.who')}</p>
            </>
          }
          required
          rows={8}
          {...caseText}
          value={props.typed}
          error={wrong}
        />
        <FormActions>
          <SubmitButton icon="send">{t('open.do')}</SubmitButton>
          <LinkButton variant="quiet" href={props.from === '' ? casesPath.to() : props.from}>
            {t('open.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

function Known({ frame, request, from, error }: OpenPageProps) {
  const t = words.for(frame.reader)
  const facts: Fact[] = []
  if (request) {
    const value = <Identifier value={request.reference} />
    facts.push({ label: t('open.known.request'), value, help: request.accountName })
  }
  if (from !== '') facts.push({ label: t('open.known.page'), value: from })
  if (error !== '') facts.push({ label: t('open.known.error'), value: <Identifier value={error} /> })
  if (facts.length === 0) return null
  return (
    <Card title={t('open.known')}>
      <Facts items={facts} />
    </Card>
  )
}
