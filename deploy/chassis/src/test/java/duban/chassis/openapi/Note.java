package duban.chassis.openapi;

import duban.chassis.edit.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** With every kind of field that the services have. */
record Note(
    @NotBlank @Pattern(regexp = Code.FORM) @Size(max = 60) String id,
    @NotBlank @Size(max = 20) String title,
    @NotNull Colour colour,
    @Min(1) @Max(9) @Nullable Integer count,
    @Nullable LocalDate day,
    @Nullable Boolean urgent,
    @Size(max = 3) @Nullable List<@NotNull String> tags,
    @Size(min = 1) @NotNull List<@NotNull @Valid Line> lines,
    @Valid @Nullable Line first,
    @Nullable Map<String, @NotNull String> attributes) {

  static final String EXAMPLE =
      """
      {"id": "a-1", "title": "交办听方案", "colour": "RED", "count": 2, "day": "2027-04-30", "urgent": true,
       "tags": ["议案"], "lines": [{"text": "一"}], "first": {"text": "二"}, "attributes": {"laws": "一"}}
      """;

  enum Colour {
    RED,
    GREEN
  }

  record Line(@NotBlank String text) {}
}
