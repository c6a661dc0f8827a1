{{- define "duban.fullname" -}}
{{- $name := .Values.nameOverride | default .Chart.Name -}}
{{- if .Values.fullnameOverride -}}
{{ .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains $name .Release.Name -}}
{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" }}
{{- end -}}
{{- end -}}

{{- define "duban.services" -}}
catalog status notification
{{- end -}}

{{/* Which topics there are, whose they are and who reads them, as in deploy/docs/topics.md. */}}
{{- define "duban.topics" -}}
catalog:
  compacted: [duban.units, duban.measures, duban.calendars, duban.deadlines, duban.yearly-lists]
  kept: []
  reads: [duban.progress]
status:
  compacted: [duban.progress]
  kept: [duban.implementation]
  reads: [duban.units, duban.measures, duban.calendars, duban.deadlines, duban.yearly-lists]
notification:
  compacted: []
  kept: [duban.reminders]
  reads: [duban.units, duban.measures, duban.calendars, duban.deadlines, duban.progress, duban.yearly-lists]
{{- end -}}

{{/* Labels; call with (dict "root" $ "name" "catalog"), name empty for what belongs to all. */}}
{{- define "duban.selector" -}}
app.kubernetes.io/name: duban
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .name }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{- define "duban.labels" -}}
{{ include "duban.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: duban
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "duban.image" -}}
{{- $image := (index .root.Values .name).image -}}
{{- $repository := $image.repository -}}
{{- if .root.Values.image.registry -}}
{{- $repository = printf "%s/%s" (.root.Values.image.registry | trimSuffix "/") $repository -}}
{{- end -}}
{{- if $image.digest -}}
{{ $repository }}@{{ $image.digest }}
{{- else -}}
{{ $repository }}:{{ $image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{/* "true" if something scales this service: then the Deployment leaves the number alone. */}}
{{- define "duban.scaled" -}}
{{- $service := index .root.Values .name -}}
{{- if or ($service.autoscaling | default dict).enabled ($service.keda | default dict).enabled -}}true{{- end -}}
{{- end -}}

{{/* The fewest pods that run in quiet times. */}}
{{- define "duban.floor" -}}
{{- $service := index .root.Values .name -}}
{{- if ($service.autoscaling | default dict).enabled -}}
{{ $service.autoscaling.minReplicas }}
{{- else if ($service.keda | default dict).enabled -}}
{{ $service.keda.minReplicas }}
{{- else -}}
{{ $service.replicas | default 2 }}
{{- end -}}
{{- end -}}

{{/* The most pods that run in busy times, without the one more of an update. */}}
{{- define "duban.ceiling" -}}
{{- $service := index .root.Values .name -}}
{{- if ($service.autoscaling | default dict).enabled -}}
{{ $service.autoscaling.maxReplicas }}
{{- else if ($service.keda | default dict).enabled -}}
{{ $service.keda.maxReplicas }}
{{- else -}}
{{ include "duban.floor" . }}
{{- end -}}
{{- end -}}

{{/* How many connections to PostgreSQL all pods may hold: the pool and the relay's, one more pod in an update, and ten
     for its operator and for people. */}}
{{- define "duban.connections" -}}
{{- $needed := 10 -}}
{{- range $name := splitList " " (include "duban.services" .) -}}
{{- $pods := include "duban.ceiling" (dict "root" $ "name" $name) | int | add 1 -}}
{{- $needed = add $needed (mul $pods (add 1 (int (index $.Values $name).database.poolSize))) -}}
{{- end -}}
{{ $needed }}
{{- end -}}

{{- define "duban.databaseHost" -}}
{{- if .Values.cnpg.enabled -}}
{{ include "duban.fullname" . }}-postgres-rw
{{- else -}}
{{ .Values.database.host }}
{{- end -}}
{{- end -}}

{{- define "duban.jdbcUrl" -}}
{{- $database := .root.Values.database -}}
jdbc:postgresql://{{ include "duban.databaseHost" .root }}:{{ int $database.port }}/{{ (index .root.Values .name).database.name }}?sslmode={{ $database.sslMode }}
{{- if $database.caSecret }}&sslrootcert=/etc/duban/database/{{ $database.caKey }}{{ end -}}
{{- end -}}

{{/* The user that Strimzi makes of this service. Its secret has the same name, and must not be that of the database. */}}
{{- define "duban.kafkaUser" -}}
{{ include "duban.fullname" .root }}-{{ .name }}-kafka
{{- end -}}

{{/* The secret that this service signs in to Kafka with, if any. */}}
{{- define "duban.kafkaSecret" -}}
{{- $secret := (index .root.Values .name).kafka.existingSecret -}}
{{- if $secret -}}
{{ $secret }}
{{- else if and .root.Values.strimzi.enabled .root.Values.strimzi.users -}}
{{ include "duban.kafkaUser" . }}
{{- end -}}
{{- end -}}

{{- define "duban.kafkaUsername" -}}
{{- $username := (index .root.Values .name).kafka.username -}}
{{- if $username -}}
{{ $username }}
{{- else if and .root.Values.strimzi.enabled .root.Values.strimzi.users -}}
{{ include "duban.kafkaUser" . }}
{{- end -}}
{{- end -}}

{{- define "duban.strimziNamespace" -}}
{{ .Values.strimzi.namespace | default .Release.Namespace }}
{{- end -}}

{{/* One variable from a secret; call with (dict "variable" … "secret" … "key" …). */}}
{{- define "duban.secretVariable" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}
