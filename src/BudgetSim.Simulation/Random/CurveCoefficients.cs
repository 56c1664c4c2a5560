// Coefficients of the polynomials behind every draw, in one place so that one draw and eight at a time agree to the bit.
namespace BudgetSim.Simulation.Random;

/// <summary>Polynomials that reproduce logarithm, exponential and normal quantile to about 1e-12, fitted for this project.</summary>
internal static class CurveCoefficients
{
    // Normal quantile over 2u-1, in s = w - 3.125 for w = -ln(4u(1-u)) below 6.25 (error 8e-13); Chebyshev interpolation.
    internal const double NormalCentral0 = 2.3386207100258884;
    internal const double NormalCentral1 = 0.33963495870117244;
    internal const double NormalCentral2 = -0.008532899165564753;
    internal const double NormalCentral3 = -0.0010475115700432675;
    internal const double NormalCentral4 = 0.0002640820174541804;
    internal const double NormalCentral5 = -1.9632851315856806E-05;
    internal const double NormalCentral6 = -1.931031032874379E-06;
    internal const double NormalCentral7 = 5.98887808171934E-07;
    internal const double NormalCentral8 = -4.1129866760960346E-08;
    internal const double NormalCentral9 = -5.815252612294301E-09;
    internal const double NormalCentral10 = 1.4921183893433219E-09;
    internal const double NormalCentral11 = -7.686498487751802E-11;
    internal const double NormalCentral12 = -1.9332393936409904E-11;
    internal const double NormalCentral13 = 3.777408911216484E-12;
    internal const double NormalCentral14 = -1.0322272625003966E-14;
    internal const double NormalCentral15 = -6.350422758644277E-14;
    internal const double NormalCentral16 = 3.0363354927834854E-15;
    internal const double NormalCentral17 = 4.546450311838336E-16;

    // The same beyond, in s = sqrt(w) - 4.28 (error 6e-12); Chebyshev interpolation.
    internal const double NormalTail0 = 5.830128499542025;
    internal const double NormalTail1 = 1.4283831669336573;
    internal const double NormalTail2 = 0.0009322045247398982;
    internal const double NormalTail3 = -0.0008244869051672531;
    internal const double NormalTail4 = 0.0002868039019601868;
    internal const double NormalTail5 = -8.577568383839097E-05;
    internal const double NormalTail6 = 2.8254810786836637E-05;
    internal const double NormalTail7 = -1.2569257847529423E-05;
    internal const double NormalTail8 = 7.063216922848706E-06;
    internal const double NormalTail9 = -3.9815836966436056E-06;
    internal const double NormalTail10 = 1.8846406334606301E-06;
    internal const double NormalTail11 = -6.409205135211895E-07;
    internal const double NormalTail12 = 1.327450566835908E-07;
    internal const double NormalTail13 = -4.1698504395266806E-09;
    internal const double NormalTail14 = -2.7929622063006388E-08;
    internal const double NormalTail15 = 2.6452591140893426E-08;
    internal const double NormalTail16 = -7.151035319875224E-09;
    internal const double NormalTail17 = -2.167731651574136E-09;
    internal const double NormalTail18 = 1.216405564231621E-09;
    internal const double NormalTail19 = 1.2210745121242907E-11;
    internal const double NormalTail20 = -4.875596265393924E-11;

    // Ln(1+r)/r in s = r - LogMiddle, 1+r between sqrt(1/2) and sqrt(2) (error 6e-13); Chebyshev interpolation.
    internal const double LogMiddle = 0.06066017177982129;
    internal const double Log0 = 0.9708432419537277;
    internal const double Log1 = -0.4621516812452086;
    internal const double Log2 = 0.29190878076296245;
    internal const double Log3 = -0.20702139386602056;
    internal const double Log4 = 0.15645412879904053;
    internal const double Log5 = -0.12309643718573826;
    internal const double Log6 = 0.09958280810293899;
    internal const double Log7 = -0.08220347733658269;
    internal const double Log8 = 0.06893575124709385;
    internal const double Log9 = -0.0588430271835203;
    internal const double Log10 = 0.050466968961998045;
    internal const double Log11 = -0.04031058318595174;
    internal const double Log12 = 0.03503530266287696;
    internal const double Log13 = -0.04839232843410108;
    internal const double Log14 = 0.04272800730435181;

    // E^r for |r| up to ln(2)/2 (error 9e-13); Chebyshev interpolation.
    internal const double Exp0 = 1.0;
    internal const double Exp1 = 0.9999999999797852;
    internal const double Exp2 = 0.49999999999797934;
    internal const double Exp3 = 0.16666666891045775;
    internal const double Exp4 = 0.041666666890957;
    internal const double Exp5 = 0.008333266097949614;
    internal const double Exp6 = 0.0013888821677630362;
    internal const double Exp7 = 0.00019915866926782682;
    internal const double Exp8 = 2.4876164022625967E-05;
}
