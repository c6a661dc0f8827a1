package duban.notification.calendar;

import static duban.notification.Year2027.at;
import static duban.notification.Year2027.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendingHoursTest {

  @Test
  void noticesLeaveFromHalfPastNine() {
    var hours = new SendingHours(calendar());
    assertThat(hours.open(at("2027-10-25T09:29:59"))).isFalse();
    assertThat(hours.open(at("2027-10-25T09:30:00"))).isTrue();
    assertThat(hours.open(at("2027-10-25T17:30:00"))).isFalse();
    assertThat(hours.open(at("2027-10-24T10:00:00"))).isFalse();
    assertThat(hours.next(at("2027-10-22T18:00:00"))).isEqualTo(at("2027-10-25T09:30:00"));
    assertThat(hours.next(at("2027-10-25T06:00:00"))).isEqualTo(at("2027-10-25T09:30:00"));
    assertThat(hours.next(at("2027-10-25T11:00:00"))).isEqualTo(at("2027-10-25T11:00:00"));
  }
}
