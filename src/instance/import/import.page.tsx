import {
  applyImportPath,
  dropImportPath,
  importReportPath,
  importsPath,
  importTemplatePath,
  oneImportPath,
  operatorPath,
  startImportPath,
} from '../../paths/operator.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  ErrorSummary,
  FileField,
  Form,
  FormActions,
  type Frame,
  Items,
  Link,
  LinkButton,
  Muted,
  Notice,
  Page,
  PageHeading,
  Pager,
  Prose,
  Section,
  SubmitButton,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'
import { columns, type ImportKind, wordOf } from './domain/columns.ts'
import type { NotedProblem, StoredImport } from './import.store.ts'

/** Lists: one form for each kind, and those of late. */
export function ImportsPage(props: {
  frame: Frame
  rows: readonly StoredImport[]
  after: string | undefined
  /** Why a file was not taken, by the kind it was sent as. */
  wrong?: { readonly kind: ImportKind; readonly text: string } | undefined
}) {
  const { frame, rows, after, wrong } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <OperatorPage frame={frame} current="imports" failed={wrong !== undefined}>
      {wrong && (
        <ErrorSummary reader={reader} errors={[{ field: fieldOf(wrong.kind), message: wrong.text }]} />
      )}
      <Prose>
        <p>{t('imports.lead')}</p>
        <p>{t('imports.order')}</p>
        <p>{t('imports.file.help')}</p>
      </Prose>
      <Section title={t('imports.recent')}>
        {rows.length === 0 ? (
          <Muted>{t('imports.none')}</Muted>
        ) : (
          <Items
            items={rows.map((one) => ({
              title: <Link href={oneImportPath.to(one.id)}>{t(`imports.kind.${one.kind}`)}</Link>,
              text: t(`imports.state.${one.state}`),
              meta: <Time reader={reader} at={one.createdAt} />,
            }))}
          />
        )}
        <Pager reader={reader} next={after && `${importsPath.to()}?after=${encodeURIComponent(after)}`} />
      </Section>
      {(['PEOPLE', 'ACCOUNTS', 'VIRTUAL_ACCOUNTS', 'ROLES'] as const).map((kind) => (
        <KindForm reader={reader} kind={kind} wrong={wrong?.kind === kind ? wrong.text : undefined} />
      ))}
    </OperatorPage>
  )
}

const fieldOf = (kind: ImportKind) => `file-${wordOf(kind)}`

function KindForm({ reader, kind, wrong }: { reader: Reader; kind: ImportKind; wrong: string | undefined }) {
  const t = words.for(reader)
  const id = fieldOf(kind)
  return (
    <Section
      title={t(`imports.kind.${kind}`)}
      lead={t(`imports.about.${kind}`)}
      action={
        <LinkButton small variant="quiet" href={importTemplatePath.to(wordOf(kind))} download>
          {t('imports.template')}
        </LinkButton>
      }
    >
      <Form action={startImportPath.to(wordOf(kind))} files label={t(`imports.kind.${kind}`)}>
        <FileField
          reader={reader}
          id={id}
          name="file"
          label={t('imports.file')}
          help={t('imports.columns', { columns: columns[kind].join(', ') })}
          required
          accept=".csv,text/csv,text/plain"
          error={wrong}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t('imports.look')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}

type OneProps = {
  readonly frame: Frame
  readonly one: StoredImport
  readonly problems: readonly NotedProblem[]
  readonly mostShown: number
  readonly problem?: string | undefined
}

/** One list: how far it is, what is wrong with it, and what to do. */
export function ImportPage(props: OneProps) {
  const { frame, one, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('imports.one.title', { kind: t(`imports.kind.${one.kind}`) })
  return (
    <Page
      frame={frame}
      title={title}
      failed={problem !== undefined}
      breadcrumb={[
        { label: t('operator.title'), href: operatorPath.to() },
        { label: t('operator.imports'), href: importsPath.to() },
        { label: t(`imports.kind.${one.kind}`) },
      ]}
    >
      <PageHeading title={title} lead={t(`imports.state.${one.state}`)} />
      {problem && <Notice kind="warning">{problem}</Notice>}
      <Standing reader={reader} one={one} />
      {one.state === 'CHECKED' && <Acts reader={reader} one={one} />}
      <Problems {...props} />
    </Page>
  )
}

function Standing({ reader, one }: { reader: Reader; one: StoredImport }) {
  const t = words.for(reader)
  const { state, atLine, lines } = one
  const counts = { fine: one.fine, unchanged: one.unchanged, wrong: one.wrong }
  if (state === 'CHECKING' || state === 'RUNNING') {
    return (
      <>
        <p>
          <progress
            max={String(lines)}
            value={String(atLine)}
            aria-label={t(`imports.state.${state}`)}
          ></progress>{' '}
          {t('imports.progress', { at: atLine, lines })}
        </p>
        <Muted>{t('imports.going')}</Muted>
      </>
    )
  }
  if (state === 'DROPPED') return <p>{t('imports.dropped')}</p>
  return (
    <Notice kind={state === 'DONE' && one.wrong === 0 ? 'success' : 'info'} still>
      {state === 'DONE' ? t('imports.done', counts) : t('imports.checked', counts)}
    </Notice>
  )
}

function Acts({ reader, one }: { reader: Reader; one: StoredImport }) {
  const t = words.for(reader)
  return (
    <div class="actions">
      {one.fine > 0 && (
        <Form action={applyImportPath.to(one.id)} wide>
          <SubmitButton>{t('imports.apply', { n: one.fine })}</SubmitButton>
        </Form>
      )}
      <Form action={dropImportPath.to(one.id)} wide>
        <SubmitButton variant="secondary">{t('imports.drop')}</SubmitButton>
      </Form>
    </div>
  )
}

function Problems({ frame, one, problems, mostShown }: OneProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (problems.length === 0) return null
  return (
    <Section
      title={t('imports.problems')}
      count={one.wrong}
      lead={problems.length >= mostShown ? t('imports.problems.more', { n: mostShown }) : undefined}
      action={
        <LinkButton small href={importReportPath.to(one.id)} download>
          {t('imports.report')}
        </LinkButton>
      }
    >
      <Table
        reader={reader}
        caption={t('imports.problems')}
        dense
        rows={problems}
        columns={[
          { label: t('imports.line'), numeric: true, fit: true, heads: true, cell: ({ line }) => line },
          {
            label: t('imports.field'),
            fit: true,
            cell: ({ field }) => (field === 'file' ? t('imports.whole-line') : <code>{field}</code>),
          },
          { label: t('imports.problem'), cell: ({ problem }) => t(`imports.problem.${problem}`) },
        ]}
      />
    </Section>
  )
}
