{{/* One line for each thing that is missing or contradicts another: all at once, so that nobody mends them one by one. */}}
{{- define "duban.contradictions" -}}
{{- $values := .Values -}}
{{ include "duban.contradictions.whole" . }}
{{ include "duban.contradictions.kafka" . }}
{{ include "duban.contradictions.network" . }}
{{ include "duban.contradictions.connections" . }}
{{- range $name := splitList " " (include "duban.services" .) }}
{{ include "duban.contradictions.service" (dict "root" $ "name" $name) }}
{{- end }}
{{- end -}}

{{- define "duban.contradictions.whole" -}}
{{- with .Values }}
{{- if and .cnpg.enabled .database.host }}
database.host names a server although cnpg.enabled makes one: set one of the two.
{{- else if not (or .cnpg.enabled .database.host) }}
database.host is missing: name the PostgreSQL server, or set cnpg.enabled=true to have one made.
{{- end }}
{{- if and (has .database.sslMode (list "verify-ca" "verify-full")) (not .database.caSecret) }}
database.sslMode is {{ .database.sslMode }}, but database.caSecret names no secret with the authority's certificate.
{{- end }}
{{- if and (has .database.sslMode (list "disable" "prefer" "require")) .database.caSecret }}
database.caSecret is given, but database.sslMode {{ .database.sslMode }} checks no certificate: set verify-full.
{{- end }}
{{- if and (has .database.sslMode (list "disable" "prefer")) (eq .network "open") (not .demonstration.enabled) (not (index .accept "plain-text-database")) }}
database.sslMode is {{ .database.sslMode }}, with which anybody on the network can read what is stored: set verify-full, or network=closed if nobody else can reach the way to PostgreSQL.
{{- end }}
{{- if not .demonstration.enabled }}
{{- if ne .demonstration.clockOffset "PT0S" }}
demonstration.clockOffset is {{ .demonstration.clockOffset }}, but only a demonstration may move the clock: set demonstration.enabled=true or PT0S.
{{- end }}
{{- if not (and .office.name .office.contact .office.phone) }}
office.name, office.contact and office.phone are missing: they stand at the end of every notice.
{{- end }}
{{- end }}
{{- if and (not .identity.issuer) (not .demonstration.enabled) }}
identity.issuer is missing: name the OpenID provider whose tokens are accepted, as it stands in their claim iss.
{{- end }}
{{- if and .identity.server (not .identity.issuer) }}
identity.server says where a provider is, but identity.issuer does not say which.
{{- end }}
{{- if and .identity.caSecret (not (hasPrefix "https://" (.identity.server | default .identity.issuer))) }}
identity.caSecret is given, but the provider is not asked by https: give identity.server, or identity.issuer, an https address.
{{- end }}
{{- if and (hasPrefix "http://" .identity.issuer) (not .demonstration.enabled) }}
identity.issuer is {{ .identity.issuer }}: who signs in there sends his password in the clear; give an https address.
{{- end }}
{{- if not .mail.host }}
mail.host is missing: name the mail server that notices go through.
{{- end }}
{{- if not .mail.from }}
mail.from is missing: give the address that notices come from.
{{- end }}
{{- if and .mail.existingSecret (eq .mail.protection "NONE") }}
mail.existingSecret would send a password in the clear: set mail.protection to STARTTLS or TLS.
{{- end }}
{{- if not .catalog.catalogue }}
catalog.catalogue is missing: set none, chaoyang (the shipped document) or a file in catalog.catalogueConfigMap; it is loaded once and stays.
{{- else if and (has .catalog.catalogue (list "none" "chaoyang")) .catalog.catalogueConfigMap }}
catalog.catalogueConfigMap is given, but catalog.catalogue is {{ .catalog.catalogue }}: name the file in it.
{{- else if not (or (has .catalog.catalogue (list "none" "chaoyang")) .catalog.catalogueConfigMap) }}
catalog.catalogue is {{ .catalog.catalogue }}, a file, but catalog.catalogueConfigMap does not say where it lies.
{{- end }}
{{- if and .ingress.enabled (not .ingress.host) }}
ingress.enabled is true, but ingress.host is missing.
{{- end }}
{{- if lt (int .terminationGracePeriodSeconds) (add 20 (int .preStopSeconds)) }}
terminationGracePeriodSeconds is {{ .terminationGracePeriodSeconds }}, but preStopSeconds and an orderly end need {{ add 20 (int .preStopSeconds) }}.
{{- end }}
{{- if and .monitoring.rules.enabled (not .monitoring.serviceMonitor.enabled) }}
monitoring.rules.enabled is true, but without monitoring.serviceMonitor.enabled nothing is measured that they could judge.
{{- end }}
{{- end }}
{{- end -}}

{{- define "duban.contradictions.kafka" -}}
{{- $namespace := include "duban.strimziNamespace" . }}
{{- with .Values }}
{{- $sasl := hasPrefix "SASL" .kafka.securityProtocol }}
{{- if not .kafka.bootstrapServers }}
kafka.bootstrapServers is missing: name the brokers as host:port.
{{- end }}
{{- if and .kafka.caSecret (not (hasSuffix "SSL" .kafka.securityProtocol)) }}
kafka.caSecret is given, but kafka.securityProtocol {{ .kafka.securityProtocol }} uses no TLS: set SSL or SASL_SSL.
{{- end }}
{{- if and (hasSuffix "PLAINTEXT" .kafka.securityProtocol) (eq .network "open") (not .demonstration.enabled) (not (index .accept "plain-text-broker")) }}
kafka.securityProtocol is {{ .kafka.securityProtocol }}, which anybody on the network can read: set SSL or SASL_SSL, or network=closed if nobody else can reach the way to Kafka.
{{- end }}
{{- if .strimzi.enabled }}
{{- if and (or .strimzi.topics .strimzi.users) (not .strimzi.cluster) }}
strimzi.enabled is true, but strimzi.cluster does not name the Kafka that topics and users belong to.
{{- end }}
{{- if and .strimzi.topics (gt (int .strimzi.minInSyncReplicas) (int .kafka.replication)) }}
strimzi.minInSyncReplicas is {{ .strimzi.minInSyncReplicas }}, more than the kafka.replication of {{ .kafka.replication }}: nothing could ever be written.
{{- else if and .strimzi.topics (gt (int .kafka.replication) 1) (eq (int .strimzi.minInSyncReplicas) (int .kafka.replication)) }}
strimzi.minInSyncReplicas equals kafka.replication: nothing could be written while one broker restarts.
{{- end }}
{{- if .strimzi.users }}
{{- if and (eq .strimzi.authentication "scram-sha-512") (or (not $sasl) (ne .kafka.saslMechanism "SCRAM-SHA-512")) }}
strimzi.authentication is scram-sha-512: kafka.securityProtocol must be SASL_SSL or SASL_PLAINTEXT, and kafka.saslMechanism SCRAM-SHA-512.
{{- end }}
{{- if and (eq .strimzi.authentication "tls") (ne .kafka.securityProtocol "SSL") }}
strimzi.authentication is tls: kafka.securityProtocol must be SSL.
{{- end }}
{{- if and (ne $namespace $.Release.Namespace) (not (and .catalog.kafka.existingSecret .status.kafka.existingSecret .notification.kafka.existingSecret)) }}
strimzi.namespace is {{ $namespace }}: the secrets of its users are not seen from {{ $.Release.Namespace }}; copy them and name them in <service>.kafka.existingSecret.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "duban.contradictions.network" -}}
{{- with .Values.networkPolicy }}
{{- if .enabled }}
{{- if and $.Values.ingress.enabled (not (or .ingressNamespaces .ingressCidrs)) }}
networkPolicy.enabled is true, but neither networkPolicy.ingressNamespaces names the namespace of the Ingress controller nor networkPolicy.ingressCidrs its addresses.
{{- end }}
{{- if and $.Values.monitoring.serviceMonitor.enabled (not .monitoringNamespaces) }}
networkPolicy.enabled is true, but networkPolicy.monitoringNamespaces does not name the namespace of Prometheus.
{{- end }}
{{- if not (or .dns.namespaces .dns.cidrs) }}
networkPolicy.enabled is true, but networkPolicy.dns says neither in which namespaces nor at which cidrs names are resolved.
{{- end }}
{{- if not (or $.Values.cnpg.enabled .database.namespaces .database.cidrs) }}
networkPolicy.enabled is true, but networkPolicy.database says neither in which namespaces nor at which cidrs PostgreSQL is.
{{- end }}
{{- if not (or .kafka.namespaces .kafka.cidrs) }}
networkPolicy.enabled is true, but networkPolicy.kafka says neither in which namespaces nor at which cidrs Kafka is.
{{- end }}
{{- if not (or .mail.namespaces .mail.cidrs) }}
networkPolicy.enabled is true, but networkPolicy.mail says neither in which namespaces nor at which cidrs the mail server is.
{{- end }}
{{- if and $.Values.identity.issuer (not (or .identity.namespaces .identity.cidrs)) }}
networkPolicy.enabled is true, but networkPolicy.identity says neither in which namespaces nor at which cidrs the OpenID provider is.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Only where the chart decides how many there may be. */}}
{{- define "duban.contradictions.connections" -}}
{{- if .Values.cnpg.enabled }}
{{- $most := (include "duban.cluster" . | fromYaml).postgresql.parameters.max_connections | int }}
{{- $needed := include "duban.connections" . | int }}
{{- if gt $needed $most }}
The pods may open {{ $needed }} connections and PostgreSQL takes {{ $most }}: lower <service>.database.poolSize or the numbers of pods, or raise cnpg.spec.postgresql.parameters.max_connections.
{{- end }}
{{- end }}
{{- end -}}

{{- define "duban.contradictions.service" -}}
{{- $name := .name }}
{{- $root := .root }}
{{- $of := dict "root" .root "name" .name }}
{{- with index .root.Values .name }}
{{- $hpa := .autoscaling | default dict }}
{{- $keda := .keda | default dict }}
{{- if and $hpa.enabled $keda.enabled }}
{{ $name }}.autoscaling and {{ $name }}.keda would both decide the number of pods: enable one of them.
{{- end }}
{{- if and (include "duban.scaled" $of) (not (kindIs "invalid" .replicas)) }}
{{ $name }}.replicas fixes {{ .replicas }} pods, but {{ ternary "autoscaling" "keda" (eq (toString $hpa.enabled) "true") }} is to decide their number: remove one of the two.
{{- end }}
{{- range $what, $scaling := dict "autoscaling" $hpa "keda" $keda }}
{{- if and $scaling.enabled (gt (int $scaling.minReplicas) (int $scaling.maxReplicas)) }}
{{ $name }}.{{ $what }}.minReplicas is {{ $scaling.minReplicas }}, more than maxReplicas, {{ $scaling.maxReplicas }}.
{{- end }}
{{- end }}
{{- if and .pdb.enabled (ge (int .pdb.minAvailable) (include "duban.floor" $of | int)) }}
{{ $name }}.pdb.minAvailable is {{ .pdb.minAvailable }} of {{ include "duban.floor" $of }} pods: no node could ever be drained; run more pods, or set {{ $name }}.pdb.enabled=false.
{{- end }}
{{- if eq .database.ownerSecret .database.appSecret }}
{{ $name }}.database.ownerSecret and appSecret are one secret: the service would run with the owner's rights.
{{- end }}
{{- if and .image.tag .image.digest }}
{{ $name }}.image has a tag and a digest: set one of the two.
{{- end }}
{{- $sasl := hasPrefix "SASL" $root.Values.kafka.securityProtocol }}
{{- if and $sasl (not (include "duban.kafkaSecret" $of)) }}
kafka.securityProtocol is {{ $root.Values.kafka.securityProtocol }}, but {{ $name }}.kafka.existingSecret does not name the secret to sign in with.
{{- end }}
{{- if and .kafka.existingSecret (eq $root.Values.kafka.securityProtocol "PLAINTEXT") }}
{{ $name }}.kafka.existingSecret is given, but kafka.securityProtocol PLAINTEXT signs nobody in.
{{- end }}
{{- if and $keda.enabled $sasl (not (include "duban.kafkaUsername" $of)) }}
{{ $name }}.keda signs in to Kafka by SASL: give the user's name as {{ $name }}.kafka.username.
{{- end }}
{{- $settings := include "duban.settings" $of | fromYaml }}
{{- $fixed := concat (keys $settings) (list "QUARKUS_INIT_AND_EXIT" "QUARKUS_FLYWAY_MIGRATE_AT_START" "QUARKUS_FLYWAY_USERNAME" "QUARKUS_FLYWAY_PASSWORD" "QUARKUS_DATASOURCE_USERNAME" "QUARKUS_DATASOURCE_PASSWORD" "DUBAN_INSTANCE" "JDK_JAVA_OPTIONS" "KAFKA_SASL_JAAS_CONFIG" "DUBAN_SMTP_USERNAME" "DUBAN_SMTP_PASSWORD") }}
{{- range .extraEnv }}
{{- if has .name $fixed }}
{{ $name }}.extraEnv sets {{ .name }}, which the chart sets from other values.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
