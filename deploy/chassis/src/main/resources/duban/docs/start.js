SwaggerUIBundle({
  url: "../openapi",
  dom_id: "#api",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tagsSorter: "alpha",
  // Nothing is asked of anybody else.
  validatorUrl: null,
});
