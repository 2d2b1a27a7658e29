#!/usr/bin/env bash
# Tells that the monthly feed was not released, with its reasons.
{
  echo "月报未发布,原因如下。(the monthly feed was withheld)"
  tail -n 5 /var/log/dawen/monthly.log
} | ${DAWEN_ALERT:-logger -t dawen -p user.err}
