/** Words that everybody reads, in French. */
export default {
  'role.open': 'Accès avec un rôle à choisir',
  'status.PENDING': 'En attente',
  'status.OVERDUE': 'En retard',
  'status.WITH_SUPPORT': 'Auprès du support',
  'status.INFO_REQUESTED': 'Question pour vous',
  'status.APPROVED': 'Approuvée',
  'status.DECLINED': 'Refusée',
  'status.WITHDRAWN': 'Retirée',
  'status.EXPIRED': 'Expirée',
  'status.CLOSED': 'Close',
  'stands.with-admins':
    '{n, plural, =0 {Aucun administrateur ne peut décider pour le moment} one {Auprès de # administrateur, réponse attendue au plus tard le {date}} other {Auprès de # administrateurs, réponse attendue au plus tard le {date}}}',
  'stands.late':
    '{n, plural, =0 {Aucun administrateur ne peut décider pour le moment} one {Auprès de # administrateur, une réponse était attendue au plus tard le {date}} other {Auprès de # administrateurs, une réponse était attendue au plus tard le {date}}}',
  'stands.with-support': 'Le support cherche quelqu’un qui puisse décider',
  'stands.info': 'Un administrateur vous a posé une question',
  'stands.approved': 'Approuvée le {date}',
  'stands.declined': 'Refusée le {date}',
  'stands.withdrawn': 'Retirée le {date}',
  'stands.expired': 'Restée sans réponse jusqu’au {date}',
  'stands.closed': 'Close le {date}',
  'asked.account': '{role} pour le compte Smart entier',
  'asked.account-until': '{role} pour le compte Smart entier, jusqu’au {date}',
  'asked.virtual': '{role} pour {names}',
  'asked.virtual-until': '{role} pour {names}, jusqu’au {date}',
  'asked.named': '{role} pour « {names} »',
  'asked.named-until': '{role} pour « {names} », jusqu’au {date}',
  'asked.unsure': '{role}, étendue à choisir',
  'asked.unsure-until': '{role}, étendue à choisir, jusqu’au {date}',
  'asked.open': 'Accès ; l’administrateur choisit le rôle et l’étendue',
  'asked.open-until': 'Accès jusqu’au {date} ; l’administrateur choisit le rôle et l’étendue',
  'asked.gone': 'un compte virtuel supprimé',
  'places.further': 'Autres comptes virtuels',
  'places.written': 'Un par ligne, avec ceux sous lesquels il se trouve, par exemple « Paris / Paris Lab ».',
  'asked.closed': '{name} (fermé)',
  'asked.erased': 'Une personne effacée',
  'refusal.address-unverified':
    'Confirmez d’abord votre adresse e-mail. Le lien se trouve dans le mail envoyé à votre inscription.',
  'refusal.profile-incomplete': 'Il manque à votre profil ce qui accompagne toute demande : {missing}.',
  'refusal.not-found': 'Il n’y a pas de telle demande que vous puissiez voir.',
  'refusal.blocked-until':
    'Les administrateurs de ce compte n’acceptent aucune demande de votre part avant le {date}.',
  'refusal.blocked': 'Les administrateurs de ce compte n’acceptent aucune demande de votre part.',
  'refusal.duplicate-open-request': 'Vous avez déjà une demande en cours pour ce compte : {reference}.',
  'refusal.already-held': 'Vous avez déjà l’accès que vous demandez.',
  'refusal.too-many-open':
    '{max, plural, one {Vous avez déjà # demande en cours, le maximum.} other {Vous avez déjà # demandes en cours, le maximum. Retirez-en une ou attendez une réponse.}}',
  'refusal.too-many-today':
    '{max, plural, one {Vous avez envoyé # demande ces dernières 24 heures, le maximum.} other {Vous avez envoyé # demandes ces dernières 24 heures, le maximum. Réessayez demain.}}',
  'refusal.too-many-from-outside':
    'Tant de personnes de l’extérieur attendent une réponse de ce compte qu’il n’en accepte pas d’autres pour le moment. Réessayez demain.',
  'refusal.asked-again-too-soon':
    'La même demande a été refusée il y a peu. Vous pourrez la refaire à partir du {date}, ou demander autre chose dès maintenant.',
  'refusal.reason-too-short':
    '{length, plural, =0 {Dites pourquoi vous avez besoin de l’accès, en {min} caractères au moins.} one {Dites pourquoi vous avez besoin de l’accès, en {min} caractères au moins ; il y en a # pour l’instant.} other {Dites pourquoi vous avez besoin de l’accès, en {min} caractères au moins ; il y en a # pour l’instant.}}',
  'refusal.reason-too-long': 'Ramenez le motif à {max} caractères au plus ; il en compte {length}.',
  'refusal.reason-one-character':
    'Dites avec des mots pourquoi vous avez besoin de l’accès ; ceci est un seul caractère répété.',
  'refusal.end-out-of-range': 'Choisissez une date de fin entre le {earliest} et le {latest}.',
  'refusal.role-gone': 'Plus personne n’attribue ce rôle. Choisissez-en un autre.',
  'refusal.role-changed':
    '« {role} » a été modifié pendant votre choix. Relisez ce que ce rôle permet désormais, puis choisissez de nouveau. Votre saisie est conservée.',
  'refusal.role-scope-mismatch':
    'Le rôle « {role} » ne va pas avec cette étendue. Choisissez un autre rôle ou une autre étendue.',
  'refusal.unknown-virtual-account': 'Choisissez au moins un des comptes virtuels de la liste.',
  'refusal.nothing-changed':
    'Rien ne diffère de ce qui a été envoyé. Modifiez quelque chose ou revenez en arrière.',
  'refusal.already-settled':
    '{status, select, APPROVED {Elle a déjà été approuvée par {who} le {date}.} DECLINED {Elle a déjà été refusée par {who} le {date}.} WITHDRAWN {Elle a déjà été retirée.} EXPIRED {Elle a déjà expiré.} other {Elle est déjà close.}}',
  'refusal.stale-version':
    'La demande a été modifiée après l’ouverture de cette page. Lisez ce qu’elle dit maintenant, puis décidez à nouveau.',
  'refusal.not-possible-now': 'Ce n’est pas possible dans l’état où se trouve la demande.',
  'refusal.half-decided':
    'Un administrateur l’a approuvée et un second est sollicité : elle ne peut plus être modifiée.',
  'refusal.too-early-to-remind': 'Un rappel est possible à partir du {date}.',
  'refusal.no-reminders-left':
    '{max, plural, one {Le seul rappel de cette demande a été utilisé.} other {Les # rappels de cette demande ont été utilisés.}}',
  'refusal.nobody-reachable': 'Aucun administrateur n’est joignable pour le moment.',
  'refusal.own-request': 'Personne ne décide de sa propre demande. Cette tentative a été enregistrée.',
  'refusal.not-an-approver': 'Vous ne pouvez pas décider de cette demande.',
  'refusal.above-own-rights':
    'Vous ne pouvez pas y donner le rôle « {role} » : il dépasse vos propres droits. Cette tentative a été enregistrée.',
  'refusal.ends-after-own-right':
    'Votre propre droit prend fin le {date}. Vous ne pouvez pas donner d’accès au-delà de ce jour.',
  'refusal.note-required': 'Dites dans une note pourquoi vous donnez moins que ce qui est demandé.',
  'refusal.recent-sign-in-needed':
    '{minutes, plural, one {Saisissez à nouveau votre mot de passe : il doit dater de moins de # minute.} other {Saisissez à nouveau votre mot de passe : il doit dater de moins de # minutes.}}',
  'refusal.already-first-approver':
    'Vous avez donné la première approbation. Un second administrateur doit donner l’autre.',
  'refusal.grant-already-over': 'Cet accès a déjà pris fin.',
  'refusal.last-administrator':
    'C’est le dernier administrateur joignable. Nommez d’abord un autre administrateur.',
  'needed.firstName': 'prénom',
  'needed.lastName': 'nom',
  'needed.company': 'entreprise',
  'needed.country': 'pays ou région',
  'profile.company': 'Entreprise',
  'profile.name': 'Nom complet',
  'profile.preferred': 'Prénom usuel',
  'profile.email': 'E-mail',
  'profile.user-id': 'Identifiant utilisateur',
  'profile.phone': 'Téléphone',
  'profile.country': 'Pays ou région',
  'profile.address': 'Adresse du site',
  'profile.empty': 'Non renseigné',
  somebody: 'un administrateur',
} as const
