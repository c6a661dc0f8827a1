{{/* What the level "restricted" of the Pod Security Standards asks for, and a file system that nobody writes to. */}}
{{- define "duban.podSecurity" -}}
runAsNonRoot: true
{{- if not (kindIs "invalid" .Values.runAsUser) }}
runAsUser: {{ int .Values.runAsUser }}
{{- end }}
{{- if not (kindIs "invalid" .Values.runAsGroup) }}
runAsGroup: {{ int .Values.runAsGroup }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "duban.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "duban.mounts" -}}
- name: tmp
  mountPath: /tmp
{{- if .root.Values.database.caSecret }}
- name: database-ca
  mountPath: /etc/duban/database
  readOnly: true
{{- end }}
{{- if .root.Values.identity.caSecret }}
- name: identity-ca
  mountPath: /etc/duban/identity
  readOnly: true
{{- end }}
{{- if and (eq .name "catalog") .root.Values.catalog.catalogueConfigMap }}
- name: catalogue
  mountPath: /etc/duban/catalogue
  readOnly: true
{{- end }}
{{- if (index .root.Values .name).rightsConfigMap }}
- name: rights
  mountPath: /etc/duban/rights
  readOnly: true
{{- end }}
{{- end -}}

{{- define "duban.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 128Mi
{{- with .root.Values.database }}
{{- if .caSecret }}
- name: database-ca
  secret:
    secretName: {{ .caSecret }}
    items:
      - key: {{ .caKey }}
        path: {{ .caKey }}
{{- end }}
{{- end }}
{{- with .root.Values.identity }}
{{- if .caSecret }}
- name: identity-ca
  secret:
    secretName: {{ .caSecret }}
    items:
      - key: {{ .caKey }}
        path: {{ .caKey }}
{{- end }}
{{- end }}
{{- with (index .root.Values .name).rightsConfigMap }}
- name: rights
  configMap:
    name: {{ . }}
{{- end }}
{{- if eq .name "catalog" }}
{{- with .root.Values.catalog.catalogueConfigMap }}
- name: catalogue
  configMap:
    name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}
