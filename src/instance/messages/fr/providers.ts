import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/providers.ts'

/** The identity providers that people sign in with, as operators see them, in French. */
export default {
  'providers.title': 'Connexion',
  'providers.lead':
    'Les organisations dont les personnes se connectent avec leur propre fournisseur d’identité, par OpenID Connect. Chacun répond des domaines de messagerie que vous confirmez, et d’aucun autre.',
  'providers.add': 'Ajouter un fournisseur',
  'providers.none.title': 'Chacun se connecte avec un mot de passe',
  'providers.none.text':
    'Ajoutez le fournisseur d’identité d’une organisation, et ses personnes se connecteront avec lui.',
  'providers.name': 'Fournisseur',
  'providers.domains': 'Domaines de messagerie',
  'providers.state': 'État',
  'providers.on': 'Activé',
  'providers.off': 'Désactivé',
  'providers.people': 'Personnes liées',
  'providers.new.title': 'Ajouter un fournisseur',
  'providers.new.lead':
    'Enregistrez d’abord ce site auprès du fournisseur, comme client de type « web » avec le flux par code d’autorisation. Il vous donne un identifiant de client et un secret.',
  'providers.edit.lead':
    'Ce qui est modifié ici vaut aussitôt. Les autres exploitants le lisent dans le journal.',
  'providers.back': 'Adresse de retour',
  'providers.back.help': 'Enregistrez exactement cette adresse auprès du fournisseur.',
  'providers.field.name': 'Nom',
  'providers.field.name.help': 'Tel que ses personnes le connaissent ; il figure sur le bouton de connexion.',
  'providers.field.issuer': 'Adresse du fournisseur (issuer)',
  'providers.field.issuer.help':
    'Telle qu’il se désigne lui-même, par exemple https://login.entreprise.example. Sa description y est lue.',
  'providers.field.client': 'Identifiant de client',
  'providers.field.secret': 'Secret de client',
  'providers.field.secret.help': 'Il est conservé scellé et n’est plus jamais affiché.',
  'providers.field.secret.kept': 'Laissé vide, celui qui existe est conservé.',
  'providers.field.domains': 'Domaines de messagerie dont il répond',
  'providers.field.domains.help':
    'Jusqu’à 20, séparés par des espaces ou des lignes. Ne confirmez que des domaines dont ce fournisseur attribue toutes les adresses : il fait entrer des personnes sous chacune d’elles, et prouve le domaine pour les comptes.',
  'providers.field.on': 'On peut se connecter avec lui',
  'providers.field.on.help': 'Une fois désactivé, les sessions qu’il a ouvertes prennent fin.',
  'providers.yes': 'Oui',
  'providers.no': 'Non',
  'providers.save': 'Enregistrer le fournisseur',
  'providers.saved': 'Le fournisseur est enregistré.',
  'providers.removed': 'Le fournisseur est retiré. Ses personnes se connectent avec un mot de passe.',
  'providers.try': 'L’essayer',
  'providers.try.lead': 'Demande sa description au fournisseur, comme le fait une connexion.',
  'providers.tried.ok':
    'Il répond, et sa description est telle qu’elle doit être. Une connexion montrera si l’identifiant et le secret sont justes.',
  'providers.tried.title': 'Il n’est pas utilisable ainsi',
  'providers.tried.unreachable': 'Rien n’a répondu à cette adresse en cinq secondes.',
  'providers.tried.no-description':
    'Quelque chose a répondu, mais aucune description de fournisseur ne se trouve à cette adresse suivie de /.well-known/openid-configuration.',
  'providers.tried.other-issuer':
    'La description est celle d’un autre fournisseur. Reprenez exactement son nom à lui, y compris une barre oblique finale.',
  'providers.tried.no-addresses':
    'Il manque dans la description l’adresse de connexion, celle des jetons, ou celle des clés.',
  'providers.tried.unsafe-address': 'La description donne une adresse sans https.',
  'providers.tried.no-signatures': 'Il ne signe d’aucune des façons acceptées : RS256, PS256, ES256.',
  'providers.tried.no-secret':
    'Le secret a été conservé avec une autre clé de l’installation. Saisissez-le à nouveau.',
  'providers.remove': 'Retirer ce fournisseur',
  'providers.remove.lead':
    '{n, plural, =0 {Personne ne lui est lié.} one {# personne lui est liée et se connectera avec un mot de passe.} many {# de personnes lui sont liées et se connecteront avec un mot de passe.} other {# personnes lui sont liées et se connecteront avec un mot de passe.}} Les domaines qu’il a prouvés ne le sont plus.',
  'providers.remove.confirm': 'Je sais que plus personne ne pourra se connecter avec lui',
  'providers.error.unticked': 'Cochez la case si vous voulez le retirer.',
  'providers.error.name-unfit': 'Saisissez une ligne de 60 caractères au plus.',
  'providers.error.issuer-wrong': 'Saisissez une adresse telle que https://login.entreprise.example.',
  'providers.error.issuer-not-https': 'L’adresse doit commencer par « https:// ».',
  'providers.error.issuer-taken': 'Un autre fournisseur a déjà cette adresse ici.',
  'providers.error.client-unfit': 'Saisissez l’identifiant de client que le fournisseur vous a donné.',
  'providers.error.secret-missing': 'Saisissez le secret de client.',
  'providers.error.domain-unfit': 'Saisissez des domaines tels que entreprise.example.',
  'providers.error.too-many-domains': 'Saisissez 20 domaines au plus.',
  'providers.error.no-domain': 'Confirmez au moins un domaine, ou laissez-le désactivé.',
  'providers.error.domain-taken': 'Un autre fournisseur répond déjà de {domain} ici.',
  'providers.error.stale-version':
    'Quelqu’un d’autre a modifié ceci depuis que vous avez ouvert la page ; le journal dit quoi. Votre saisie est toujours là : enregistrez à nouveau pour la mettre à la place.',
  'providers.error.recent-sign-in-needed': 'Saisissez à nouveau votre mot de passe.',
  'providers.error.not-found': 'Ce fournisseur n’existe pas.',
  'providers.mail.subject': 'La façon de se connecter a changé : {name}',
  'providers.mail.opening':
    '{what, select, added {{name} a été ajouté comme moyen de connexion.} removed {{name} a été retiré comme moyen de connexion.} other {La connexion avec {name} a été modifiée.}}',
  'providers.mail.text':
    '{who, select, OPERATOR {Un autre exploitant l’a fait le {when}. Si cela ne doit pas être, revenez-y.} other {Quelqu’un l’a fait à la ligne de commande le {when}. Si cela ne doit pas être, revenez-y.}}',
  'providers.mail.button': 'Voir les fournisseurs',
  'log.installation.provider-added':
    'a ajouté {name} comme moyen de connexion, pour les adresses à {domains}',
  'log.installation.provider-added.bare':
    'a ajouté {name} comme moyen de connexion, encore pour aucun domaine',
  'log.installation.provider-changed': 'a modifié la connexion avec {name} : {changes}',
  'log.installation.provider-removed': 'a retiré {name} comme moyen de connexion',
  'log.provider.on': 'activé',
  'log.provider.off': 'désactivé',
  'log.provider.name': 'un autre nom',
  'log.provider.issuer': 'une autre adresse',
  'log.provider.clientId': 'un autre identifiant de client',
  'log.provider.clientSecret': 'un autre secret',
  'log.provider.added': 'répond désormais de {domains}',
  'log.provider.lost': 'ne répond plus de {domains}',
  'about.provider-list': 'Lister les fournisseurs d’identité avec lesquels on se connecte.',
  'about.provider-add': 'Ajouter un fournisseur d’identité ; affiche l’adresse à enregistrer chez lui.',
  'about.provider-change': 'Modifier un fournisseur d’identité.',
  'about.provider-try': 'Demander sa description à un fournisseur d’identité, et dire ce qui n’y va pas.',
  'about.provider-remove': 'Retirer un fournisseur d’identité, avec tous les liens vers lui.',
  'option.issuer': 'L’adresse du fournisseur, telle qu’il se désigne lui-même.',
  'option.client-id': 'L’identifiant de client qu’il a donné.',
  'option.secret-file': 'Un fichier avec le secret de client, et rien d’autre.',
  'option.mail-domain': 'Un domaine de messagerie dont il répond ; peut être donné plusieurs fois.',
  'option.on': 'Si l’on peut se connecter avec lui : yes ou no.',
  'done.provider': '{name} est enregistré. Enregistrez cette adresse chez lui :',
  'done.provider-line': '{id}  {state}  {name}  {issuer}  {domains}',
  'done.provider-removed': '{name} est retiré.',
  'refused.no-provider': 'Il n’y a pas de fournisseur {value}.',
  'doctor.provider': 'On ne peut pas se connecter avec {name} : {why}',
} satisfies Translation<typeof en>
