import { apiReferencePath } from '../../paths/api.ts'
import { newTokenPath, revokeTokenPath } from '../../paths/people.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Button,
  type Column,
  EmptyState,
  type Flash,
  Form,
  type Frame,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Table,
  Time,
} from '../../ui/index.ts'
import { tokenScopes } from '../domain/personal-token.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** A token as its owner sees it. */
export type ShownToken = {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** One's tokens, with a button to take each back. */
export function TokensPage(props: {
  frame: Frame
  tokens: readonly ShownToken[]
  flash?: Flash | undefined
}) {
  const { frame, tokens } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('tokens.title')
  const make = <LinkButton href={newTokenPath.to()}>{t('tokens.new')}</LinkButton>
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      wide
      breadcrumb={profileCrumbs(reader, 'settings', title)}
    >
      <PageHeading title={title} lead={t('tokens.lead')} actions={tokens.length > 0 ? make : undefined} />
      {tokens.length === 0 ? (
        <EmptyState title={t('tokens.none')} icon="key-round" action={make}>
          {t('tokens.none.text')}
        </EmptyState>
      ) : (
        <TokenTable frame={frame} tokens={tokens} />
      )}
      <p>
        <Link href={apiReferencePath.to()}>{t('tokens.reference')}</Link>
      </p>
    </Page>
  )
}

function TokenTable({ frame, tokens }: { frame: Frame; tokens: readonly ShownToken[] }) {
  const { reader } = frame
  const t = words.for(reader)
  return <Table reader={reader} caption={t('tokens.caption')} rows={tokens} columns={columns(reader)} />
}

function columns(reader: Reader): Column<ShownToken>[] {
  const t = words.for(reader)
  const name = (token: ShownToken) => (
    <>
      <bdi>{token.name}</bdi>
      <Muted>
        <code>vst_{token.prefix}_…</code>
      </Muted>
    </>
  )
  const scopes = (token: ShownToken) => {
    const held = tokenScopes.filter((scope) => token.scopes.includes(scope))
    return held.map((scope) => <div>{t(`tokens.scope.${scope}`)}</div>)
  }
  const used = ({ lastUsedAt }: ShownToken) =>
    lastUsedAt ? <Time reader={reader} at={lastUsedAt} as="dateTime" /> : t('tokens.never')
  const revoke = (token: ShownToken) => (
    <Form action={revokeTokenPath.to(token.id)} wide>
      <Button small label={t('tokens.revoke-one', { name: token.name })}>
        {t('tokens.revoke')}
      </Button>
    </Form>
  )
  return [
    { label: t('tokens.name'), heads: true, cell: name },
    { label: t('tokens.scopes'), cell: scopes },
    { label: t('tokens.expires'), cell: ({ expiresAt }) => <Time reader={reader} at={expiresAt} /> },
    { label: t('tokens.used'), cell: used },
    { label: t('tokens.actions'), actions: true, cell: revoke },
  ]
}
