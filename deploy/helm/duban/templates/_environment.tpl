{{/* What is no secret, as environment variables: the contents of a service's ConfigMap. */}}
{{- define "duban.settings" -}}
{{- $values := .root.Values -}}
{{- $service := index $values .name -}}
QUARKUS_HTTP_PORT: "8080"
QUARKUS_MANAGEMENT_PORT: "9000"
QUARKUS_DATASOURCE_JDBC_URL: {{ include "duban.jdbcUrl" . | quote }}
QUARKUS_DATASOURCE_JDBC_MAX_SIZE: {{ $service.database.poolSize | int | quote }}
QUARKUS_LOG_LEVEL: {{ $values.logLevel | quote }}
{{- if $values.ingress.enabled }}
# Addresses in answers (Location) are those that the caller used, not the pod's.
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: "true"
QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST: "true"
{{- with $values.ingress.trustedProxies }}
QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: {{ join "," . | quote }}
DUBAN_LIMITS_TRUSTED_PROXIES: {{ join "," . | quote }}
{{- end }}
{{- if $values.ingress.tlsSecret }}
DUBAN_HTTP_STRICT_TRANSPORT_SECURITY: max-age=31536000
{{- end }}
{{- end }}
KAFKA_BOOTSTRAP_SERVERS: {{ $values.kafka.bootstrapServers | quote }}
KAFKA_SECURITY_PROTOCOL: {{ $values.kafka.securityProtocol | quote }}
KAFKA_SESSION_TIMEOUT_MS: {{ mul 1000 (int $values.kafka.sessionTimeoutSeconds) | quote }}
{{- if hasPrefix "SASL" $values.kafka.securityProtocol }}
KAFKA_SASL_MECHANISM: {{ $values.kafka.saslMechanism | quote }}
{{- end }}
{{- if $values.kafka.caSecret }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
{{- end }}
{{- if eq $values.kafka.securityProtocol "SSL" }}
{{- if include "duban.kafkaSecret" . }}
KAFKA_SSL_KEYSTORE_TYPE: PEM
{{- end }}
{{- end }}
DUBAN_DEMONSTRATION: {{ $values.demonstration.enabled | quote }}
DUBAN_CLOCK_OFFSET: {{ $values.demonstration.clockOffset | quote }}
{{- with $values.identity }}
{{- if .issuer }}
DUBAN_IDENTITY_ISSUER: {{ .issuer | quote }}
DUBAN_IDENTITY_SERVER: {{ .server | default .issuer | quote }}
{{- end }}
DUBAN_IDENTITY_AUDIENCE: {{ .audience | quote }}
DUBAN_IDENTITY_GRANTS_CLAIM: {{ .claims.grants | quote }}
DUBAN_IDENTITY_UNITS_CLAIM: {{ .claims.units | quote }}
DUBAN_IDENTITY_NAME_CLAIM: {{ .claims.name | quote }}
{{- if .caSecret }}
QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS: /etc/duban/identity/{{ .caKey }}
{{- end }}
{{- end }}
DUBAN_ANONYMOUS_TEXT: {{ $values.anonymous.text | quote }}
DUBAN_ANONYMOUS_STATES: {{ $values.anonymous.states | quote }}
{{- if $service.rightsConfigMap }}
DUBAN_RIGHTS_FILE: /etc/duban/rights/rights.tsv
{{- end }}
DUBAN_NETWORK: {{ $values.network | quote }}
{{- range $name, $reason := $values.accept }}
DUBAN_ACCEPT_{{ $name | upper | replace "-" "_" }}: {{ $reason | quote }}
{{- end }}
DUBAN_TOPICS_REPLICATION: {{ $values.kafka.replication | int | quote }}
{{- if eq .name "catalog" }}
DUBAN_CATALOGUE: {{ ternary (printf "/etc/duban/catalogue/%s" $service.catalogue) $service.catalogue (ne $service.catalogueConfigMap "") | quote }}
{{- else if eq .name "status" }}
DUBAN_STATUS_REBUILD_PROGRESS: {{ $service.rebuildProgress | quote }}
{{- else }}
{{- with $values.office }}
{{- if .name }}
DUBAN_OFFICE_NAME: {{ .name | quote }}
{{- end }}
{{- if .contact }}
DUBAN_OFFICE_CONTACT: {{ .contact | quote }}
{{- end }}
{{- if .phone }}
DUBAN_OFFICE_PHONE: {{ .phone | quote }}
{{- end }}
{{- end }}
{{- with $values.mail }}
DUBAN_MAIL_DOMAIN: {{ .domain | default (last (splitList "@" .from)) | quote }}
DUBAN_SMTP_HOST: {{ .host | quote }}
DUBAN_SMTP_PORT: {{ .port | int | quote }}
DUBAN_SMTP_FROM: {{ .from | quote }}
DUBAN_SMTP_PROTECTION: {{ .protection | quote }}
DUBAN_SMTP_TIMEOUT: {{ .timeout | quote }}
DUBAN_SMTP_BACKOFF: {{ .backoff | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "duban.databaseVariables" -}}
{{- $secret := (index .root.Values .name).database.appSecret -}}
{{ include "duban.secretVariable" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "secret" $secret "key" "username") }}
{{ include "duban.secretVariable" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "secret" $secret "key" "password") }}
{{- end -}}

{{/* Of the init container alone: nothing else ever holds the owner's password. */}}
{{- define "duban.migrationVariables" -}}
{{- $secret := (index .root.Values .name).database.ownerSecret -}}
- name: QUARKUS_INIT_AND_EXIT
  value: "true"
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "true"
# What a newer release has added is no error for an older one: or nothing could be rolled back.
- name: QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS
  value: "*:missing,*:future"
{{ include "duban.secretVariable" (dict "variable" "QUARKUS_FLYWAY_USERNAME" "secret" $secret "key" "username") }}
{{ include "duban.secretVariable" (dict "variable" "QUARKUS_FLYWAY_PASSWORD" "secret" $secret "key" "password") }}
{{ include "duban.databaseVariables" . }}
{{- end -}}

{{- define "duban.serviceVariables" -}}
{{- $values := .root.Values -}}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "false"
- name: DUBAN_INSTANCE
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: JDK_JAVA_OPTIONS
  value: {{ $values.javaOptions | quote }}
{{ include "duban.databaseVariables" . }}
{{- $secret := include "duban.kafkaSecret" . }}
{{- if and $secret (hasPrefix "SASL" $values.kafka.securityProtocol) }}
{{ include "duban.secretVariable" (dict "variable" "KAFKA_SASL_JAAS_CONFIG" "secret" $secret "key" "sasl.jaas.config") }}
{{- else if and $secret (eq $values.kafka.securityProtocol "SSL") }}
{{ include "duban.secretVariable" (dict "variable" "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN" "secret" $secret "key" "user.crt") }}
{{ include "duban.secretVariable" (dict "variable" "KAFKA_SSL_KEYSTORE_KEY" "secret" $secret "key" "user.key") }}
{{- end }}
{{- with $values.kafka }}
{{- if .caSecret }}
{{ include "duban.secretVariable" (dict "variable" "KAFKA_SSL_TRUSTSTORE_CERTIFICATES" "secret" .caSecret "key" .caKey) }}
{{- end }}
{{- end }}
{{- if eq .name "notification" }}
{{- with $values.mail }}
{{- if .existingSecret }}
{{ include "duban.secretVariable" (dict "variable" "DUBAN_SMTP_USERNAME" "secret" .existingSecret "key" .usernameKey) }}
{{ include "duban.secretVariable" (dict "variable" "DUBAN_SMTP_PASSWORD" "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- end }}
{{- with (index $values .name).extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
